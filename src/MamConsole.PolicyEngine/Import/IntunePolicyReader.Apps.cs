using System.Text;
using System.Text.Json;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Reads the apps, the AppLocker files and the recovery certificate of an Intune policy.</summary>
internal sealed partial class IntunePolicyReader
{
    private void App(JsonElement app, string at, bool exempt)
    {
        if (app.ValueKind != JsonValueKind.Object)
        {
            values.Wrong(app, at, "an object with an app");
            return;
        }

        // The first pass without a report determines the app; the second pass writes the report.
        var rule = Rule(app, "", "", new IntuneValues(new ImportReportBuilder()), new ImportReportBuilder());
        if (apps.Same(rule, exempt) is { } same)
        {
            report.Drop(at, rule.Name, $"The same app already exists at {same}.");
            return;
        }

        apps.Add(Rule(app, at, apps.Next(exempt), values, report), exempt);
    }

    private static AppRule Rule(JsonElement app, string at, string target, IntuneValues values, ImportReportBuilder report)
    {
        var packaged = IsPackaged(app);
        string name = "",
            publisher = "",
            product = "",
            binary = "",
            low = "",
            high = "";
        bool? denied = null;
        foreach (var member in app.EnumerateObject())
        {
            var path = $"{at}.{member.Name}";
            switch (member.Name)
            {
                case "displayName":
                    name = values.Text(member.Value, path, $"{target}.name");
                    break;
                case "publisherName":
                    publisher = values.Text(member.Value, path, $"{target}.publisher");
                    break;
                case "productName":
                    product = values.Text(member.Value, path, packaged ? $"{target}.packageName" : $"{target}.product");
                    break;
                case "binaryName" when !packaged:
                    binary = values.Text(member.Value, path, $"{target}.binary");
                    break;
                case "binaryVersionLow":
                    low = values.Text(member.Value, path, $"{target}.lowVersion");
                    break;
                case "binaryVersionHigh":
                    high = values.Text(member.Value, path, $"{target}.highVersion");
                    break;
                case "denied":
                    denied = values.Flag(member.Value, path, $"{target}.deny");
                    break;
                case "@odata.type":
                    report.AddImported(
                        path,
                        IntuneEnvelope.Value(member.Value),
                        $"{target}.kind",
                        packaged ? "A packaged app." : "A program."
                    );
                    break;
                case "description"
                    when member.Value.ValueKind is JsonValueKind.Null or JsonValueKind.String && $"{member.Value}".Length == 0:
                    report.AddEmpty(path);
                    break;
                case "description":
                    report.Drop(path, IntuneEnvelope.Value(member.Value), "Rows have a name and no description.");
                    break;
                case "binaryName":
                    report.Drop(path, IntuneEnvelope.Value(member.Value), "Packages are identified only by their name.");
                    break;
                default:
                    report.Drop(path, IntuneEnvelope.Value(member.Value), "MamConsole does not recognize this.");
                    break;
            }
        }

        var deny = denied == true;
        return packaged
            ? new AppRule.StoreApp
            {
                Name = name,
                Publisher = publisher,
                PackageName = product,
                LowVersion = low,
                HighVersion = high,
                Deny = deny,
            }
            : new AppRule.DesktopApp
            {
                Name = name,
                Publisher = publisher,
                Product = product,
                Binary = binary,
                LowVersion = low,
                HighVersion = high,
                Deny = deny,
            };
    }

    private static bool IsPackaged(JsonElement app) =>
        IntuneEnvelope.TypeName(app) switch
        {
            "windowsInformationProtectionStoreApp" => true,
            "windowsInformationProtectionDesktopApp" => false,
            _ => !app.TryGetProperty("binaryName", out _),
        };

    private void AppLockerFile(JsonElement file, string at, bool exempt)
    {
        if (file.ValueKind != JsonValueKind.Object)
        {
            values.Wrong(file, at, "an object with a file");
            return;
        }

        foreach (var member in file.EnumerateObject())
        {
            var path = $"{at}.{member.Name}";
            if (member.Name == "file")
            {
                Rules(member.Value, path, exempt);
            }
            else if (member.Name == "displayName" && member.Value.ValueKind == JsonValueKind.String)
            {
                report.Drop(path, member.Value.GetString()!, "The file’s name is not needed: its rules are in one list with the apps.");
            }
            else
            {
                Beside(member, path);
            }
        }
    }

    private void Rules(JsonElement value, string at, bool exempt)
    {
        if (value.ValueKind is JsonValueKind.Null or not JsonValueKind.String)
        {
            values.Wrong(value, at, "an AppLocker file in Base64");
            return;
        }

        // The line for the file precedes those of its rules and contains their number.
        var inside = new ImportReportBuilder();
        var reason =
            !value.TryGetBytesFromBase64(out var bytes) ? "The value is not Base64."
            : !SourceText.TryDecode(bytes, out var text, out var fault) ? fault
            : text.TrimStart() is not ['<', ..] ? "The value contains no XML."
            : AppLockerReader.Read(text, at, exempt, apps, inside)?.Message;
        if (reason is not null)
        {
            report.Drop(at, Wording.Unit(value.GetString()!.Length, "character"), reason);
            return;
        }

        var lines = inside.Build();
        report.AddImported(
            at,
            Wording.Unit(value.GetString()!.Length, "character"),
            $"appRules.{(exempt ? "exempt" : "allowed")}",
            $"An AppLocker file: {lines.Count(ImportReportKind.Imported) + lines.Count(ImportReportKind.Repaired)} lines "
                + "imported, "
                + $"{lines.Count(ImportReportKind.Dropped)} dropped, as listed below."
        );
        report.AddRange(lines);
    }

    private UploadedCertificate? Certificate(JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            report.AddEmpty(at);
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            values.Wrong(value, at, "an object with a certificate");
            return null;
        }

        const string Target = "informationProtection.recoveryCertificate";
        var subject = "";
        UploadedCertificate? certificate = null;
        foreach (var member in value.EnumerateObject())
        {
            var path = $"{at}.{member.Name}";
            switch (member.Name)
            {
                case "subjectName":
                    subject = values.Text(
                        member.Value,
                        path,
                        $"{Target}.fileName",
                        "The file name is only a label; the certificate identifies itself."
                    );
                    break;
                case "certificate" when member.Value.ValueKind == JsonValueKind.String && member.Value.GetString()!.Length > 0:
                    certificate = Upload(member.Value, path, Target);
                    break;
                case "certificate":
                    _ = values.Text(member.Value, path, Target);
                    break;
                case "description" or "expirationDateTime":
                    report.Drop(path, IntuneEnvelope.Value(member.Value), "The certificate contains this.");
                    break;
                default:
                    Beside(member, path);
                    break;
            }
        }

        return certificate is null ? null : certificate with { FileName = subject.Length > 0 ? subject : "recovery.cer" };
    }

    private UploadedCertificate Upload(JsonElement value, string at, string target)
    {
        var text = Wording.Unit(value.GetString()!.Length, "character");
        var bytes = value.TryGetBytesFromBase64(out var decoded) ? decoded : Encoding.UTF8.GetBytes(value.GetString()!);
        var certificate = UploadedCertificate.From("", bytes);
        if (certificate.RejectionReason is { } reason)
        {
            report.Drop(at, text, reason);
        }
        else if (IsRecoveryPolicy(bytes, out var inside))
        {
            certificate = UploadedCertificate.From("", inside.Span);
            report.Repair(at, text, target, "The value was in the form that is sent to Windows; the certificate was extracted.");
        }
        else
        {
            report.AddImported(at, text, target);
        }

        return certificate;
    }

    private static bool IsRecoveryPolicy(byte[] bytes, out ReadOnlyMemory<byte> certificate)
    {
        certificate = default;
        if (bytes is not [1, 0, 1, 0, ..])
        {
            return false;
        }

        try
        {
            certificate = EfsRecoveryBlob.Parse(bytes)[0];
            return true;
        }
        catch (FormatException)
        {
            // The text only begins like that form. It is imported unchanged, and the rules report that it is not a certificate.
            return false;
        }
    }
}
