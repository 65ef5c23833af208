using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>
/// CERT-20 server address · CERT-21 subject · CERT-22 no challenge · CERT-23 key length · CERT-24 hash · CERT-25 extended key usage ·
/// CERT-26 neither signing nor encryption · CERT-27 the authority's thumbprint · CERT-28 numbers · CERT-29 one challenge for every PC ·
/// CERT-30 duplicate · CERT-31 alternative names · CERT-32 the authority is not among the trusted ones.
/// </summary>
internal static partial class ScepRules
{
    public static void Check(CertificatesSettings s, ValidationContext<CertificatesSettings> c)
    {
        foreach (var (i, row) in s.Scep.Index())
        {
            Row(s, row, $"Scep[{i}]", c);
            if (s.Scep.Take(i).Any(earlier => earlier with { Name = row.Name } == row))
            {
                c.AddFinding($"Scep[{i}]", "CERT-30", Severity.Block, "This request is in the list twice. Remove one of the two.");
            }
        }
    }

    /// <summary>Whether the text is a thumbprint in the form that Windows accepts.</summary>
    public static bool IsThumbprint(string text) => Thumbprint.IsMatch(text);

    private static void Row(CertificatesSettings all, ScepCertificate row, string field, ValidationContext<CertificatesSettings> c)
    {
        Servers(row, field, c);
        Names(row, field, c);
        if (row.Challenge is null)
        {
            c.AddFinding(
                $"{field}.Challenge",
                "CERT-22",
                Severity.Block,
                "Enter the challenge that the server requires: Windows does not prompt for one."
            );
        }
        else
        {
            c.AddFinding(
                $"{field}.Challenge",
                "CERT-29",
                Severity.Warn,
                "Every PC receives this same challenge: anyone who reads it on one PC can request certificates for any subject. Bind it on "
                    + "the server to one subject, and change it often."
            );
        }

        if (!IsThumbprint(row.AuthorityThumbprint.Trim()))
        {
            c.AddFinding(
                $"{field}.AuthorityThumbprint",
                "CERT-27",
                Severity.Block,
                "Enter the SHA-1 thumbprint of the issuing authority’s certificate: 40 digits and letters A to F, without spaces.",
                Compact(row.AuthorityThumbprint)
            );
        }
        else if (
            !all.Trusted.Any(t =>
                CertificateFile.TryRead(t, out var trusted, out _)
                && trusted.Thumbprint.Equals(row.AuthorityThumbprint.Trim(), StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            c.AddFinding(
                $"{field}.AuthorityThumbprint",
                "CERT-32",
                Severity.Note,
                "This authority is not one of the trusted certificates above. If the PC does not trust it otherwise, it rejects what is "
                    + "issued."
            );
        }

        Key(row, field, c);
        Numbers(row, field, c);
    }

    private static void Servers(ScepCertificate row, string field, ValidationContext<CertificatesSettings> c)
    {
        if (row.Servers.Count == 0)
        {
            c.AddFinding(
                $"{field}.Servers",
                "CERT-20",
                Severity.Block,
                "Add the address of the SCEP server, such as https://scep.contoso.com/certsrv/mscep/mscep.dll."
            );
        }

        foreach (var (n, server) in row.Servers.Index())
        {
            if (
                !Uri.TryCreate(server.Trim(), UriKind.Absolute, out var address)
                || address.Scheme is not ("https" or "http")
                || server.Contains(';', StringComparison.Ordinal)
            )
            {
                c.AddFinding(
                    $"{field}.Servers[{n}]",
                    "CERT-20",
                    Severity.Block,
                    "This is not a web address. Enter an address such as https://scep.contoso.com/certsrv/mscep/mscep.dll."
                );
            }
            else if (address.Scheme == "http")
            {
                c.AddFinding(
                    $"{field}.Servers[{n}]",
                    "CERT-20",
                    Severity.Note,
                    "Over http the request itself is encrypted for the authority, but the network can see which PC sends it. Prefer https."
                );
            }
        }
    }

    private static void Names(ScepCertificate row, string field, ValidationContext<CertificatesSettings> c)
    {
        if (!IsDistinguishedName(row.Subject))
        {
            c.AddFinding(
                $"{field}.Subject",
                "CERT-21",
                Severity.Block,
                "Enter the subject as a distinguished name, such as CN=Contoso PC,O=Contoso."
            );
        }

        foreach (var (n, name) in row.OtherNames.Index())
        {
            if (!OtherName.IsMatch(name.Trim()))
            {
                c.AddFinding(
                    $"{field}.OtherNames[{n}]",
                    "CERT-31",
                    Severity.Block,
                    "Enter the type as a number, a plus sign and the name: 11+anna@contoso.com for a user principal name, "
                        + "3+pc.contoso.com for a DNS name."
                );
            }
        }
    }

    private static void Key(ScepCertificate row, string field, ValidationContext<CertificatesSettings> c)
    {
        if (row.KeyLength.Trim() is not ("1024" or "2048" or "4096"))
        {
            c.AddFinding($"{field}.KeyLength", "CERT-23", Severity.Block, "Windows creates keys of 1024, 2048 or 4096 bits.", "2048");
        }
        else if (row.KeyLength.Trim() == "1024")
        {
            c.AddFinding($"{field}.KeyLength", "CERT-23", Severity.Warn, "Keys of 1024 bits are not secure. Use 2048.", "2048");
        }

        if (!Hashes.IsMatch(row.Hash.Trim()))
        {
            c.AddFinding(
                $"{field}.Hash",
                "CERT-24",
                Severity.Block,
                "Windows supports SHA-1, SHA-2 and SHA-3; join several with +, such as SHA-2+SHA-3.",
                "SHA-2"
            );
        }
        else if (row.Hash.Trim() == "SHA-1")
        {
            c.AddFinding(
                $"{field}.Hash",
                "CERT-24",
                Severity.Warn,
                "SHA-1 alone is not secure, and modern authorities reject it. Use SHA-2.",
                "SHA-2"
            );
        }

        if (row.Purposes.Count == 0)
        {
            c.AddFinding(
                $"{field}.Purposes",
                "CERT-25",
                Severity.Block,
                "Enter at least one extended key usage. 1.3.6.1.5.5.7.3.2 is client authentication.",
                null
            );
        }

        foreach (var (n, purpose) in row.Purposes.Index().Where(p => !ObjectId.IsMatch(p.Item.Trim())))
        {
            c.AddFinding(
                $"{field}.Purposes[{n}]",
                "CERT-25",
                Severity.Block,
                "An extended key usage is a number with dots, such as 1.3.6.1.5.5.7.3.2 for client authentication."
            );
        }

        if (!row.ForSigning && !row.ForEncryption)
        {
            c.AddFinding(
                $"{field}.ForSigning",
                "CERT-26",
                Severity.Block,
                "Windows does not accept a key that can neither sign nor encrypt. Choose at least one of the two."
            );
        }
    }

    private static void Numbers(ScepCertificate row, string field, ValidationContext<CertificatesSettings> c)
    {
        Within(row.ValidFor, "ValidFor", 0, 3650, "Enter a number from 0 to 3650; with 0 or an empty field the server decides.");
        Within(row.Retries, "Retries", 0, 30, "Windows retries 0 to 30 times.");
        Within(row.RetryMinutes, "RetryMinutes", 1, 1440, "Windows waits 1 to 1440 minutes between retries.");

        void Within(string text, string name, int low, int high, string otherwise)
        {
            if (!FindingRules.EmptyOrWithin(text, low, high))
            {
                c.AddFinding($"{field}.{name}", "CERT-28", Severity.Block, otherwise);
            }
        }
    }

    private static bool IsDistinguishedName(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        try
        {
            return new X500DistinguishedName(text.Trim()).RawData.Length > 2;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string? Compact(string typed)
    {
        var compact = string.Concat(typed.Where(char.IsAsciiHexDigit)).ToUpperInvariant();
        return compact.Length == 40 ? compact : null;
    }

    [GeneratedRegex("^[0-9A-Fa-f]{40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Thumbprint { get; }

    [GeneratedRegex(@"^\d+(\.\d+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectId { get; }

    [GeneratedRegex(@"^SHA-[123](\+SHA-[123])*$", RegexOptions.CultureInvariant)]
    private static partial Regex Hashes { get; }

    [GeneratedRegex(@"^\d{1,2}\+[^;+]+$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherName { get; }
}
