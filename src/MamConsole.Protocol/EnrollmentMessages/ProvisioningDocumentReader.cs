using System.Globalization;

namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// Reads a wap-provisioningdoc as a MAM client does: APPLICATION w7 and its DMClient part. Everything else is skipped
/// (docs/reference/protocol.md §1.5).
/// </summary>
public static class ProvisioningDocumentReader
{
    private const string Application = "APPLICATION";

    /// <summary>Reads one document.</summary>
    /// <exception cref="EnrollmentFormatException">
    /// The document is invalid, or a parm of the documented minimum is missing or duplicate.
    /// </exception>
    public static ProvisioningDocument Read(ReadOnlyMemory<byte> utf8, WireLimits? limits = null)
    {
        using var xml = WireReader.Open(utf8, limits ?? WireLimits.Default, Reject);
        if (xml is not { Name: "wap-provisioningdoc", Namespace: "" })
        {
            throw Reject("The root element is not a wap-provisioningdoc.");
        }

        var parms = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(xml, "", parms);
        xml.End();

        if (Required("APPID") != "w7" || Required("DEFAULTENCODING") != SyncML.SyncMLNames.MediaType)
        {
            throw Reject("The application must be w7 with SyncML in XML.");
        }

        var provider = Required("PROVIDER-ID");
        var client = $"DMClient/Provider/{provider}/";
        return new ProvisioningDocument
        {
            ProviderId = provider,
            Name = Required("NAME"),
            Address = Required("ADDR"),
            Upn = parms.GetValueOrDefault(client + "UPN"),
            EntDMID = parms.GetValueOrDefault(client + "EntDMID"),
            AadResourceId = parms.GetValueOrDefault(client + "AADResourceID"),
            Poll = parms.Keys.Any(path => path.StartsWith(client + "Poll/", StringComparison.Ordinal))
                ? Poll(parms, client + "Poll/")
                : null,
        };

        string Required(string name) =>
            parms.GetValueOrDefault($"{Application}/{name}") is { Length: > 0 } value
                ? value
                : throw Reject($"The parm {name} is missing.");
    }

    private static EnrollmentFormatException Reject(string reason) => new(EnrollmentFault.MessageFormat, reason);

    private static void Collect(WireReader xml, string path, Dictionary<string, string> parms)
    {
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            switch (xml.Name)
            {
                case "characteristic" when xml.Attribute("type") is { } type:
                    Collect(xml, $"{path}{type}/", parms);
                    break;
                case "parm" when xml.Attribute("name") is { } name:
                    if (!parms.TryAdd(path + name, xml.Attribute("value") ?? ""))
                    {
                        throw Reject("A parm is duplicate.");
                    }

                    xml.Skip();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }
    }

    private static PollSchedule Poll(Dictionary<string, string> parms, string path)
    {
        return new PollSchedule
        {
            IntervalForFirstSetOfRetries = Number("IntervalForFirstSetOfRetries"),
            NumberOfFirstRetries = Number("NumberOfFirstRetries"),
            IntervalForSecondSetOfRetries = Number("IntervalForSecondSetOfRetries"),
            NumberOfSecondRetries = Number("NumberOfSecondRetries"),
            IntervalForRemainingScheduledRetries = Number("IntervalForRemainingScheduledRetries"),
            NumberOfRemainingScheduledRetries = Number("NumberOfRemainingScheduledRetries"),
            PollOnLogin = parms.GetValueOrDefault(path + "PollOnLogin") switch
            {
                null => null,
                "true" => true,
                "false" => false,
                _ => throw Reject("PollOnLogin must be true or false."),
            },
        };

        int? Number(string name) =>
            !parms.TryGetValue(path + name, out var text) ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Reject($"The parm {name} is not a number.");
    }
}
