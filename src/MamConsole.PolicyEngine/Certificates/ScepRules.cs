using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>
/// CERT-20 the server's address · CERT-21 the subject · CERT-22 no challenge · CERT-23 the key's length · CERT-24 the hash · CERT-25 what
/// it is for ·
/// CERT-26 neither signing nor encryption · CERT-27 the authority's thumbprint · CERT-28 numbers · CERT-29 one challenge for every PC ·
/// CERT-30 twice ·
/// CERT-31 other names · CERT-32 the authority is not among the trusted ones.
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
                c.AddFinding($"Scep[{i}]", "CERT-30", Severity.Block, "This request stands in the list twice. Remove one of the two.");
            }
        }
    }

    /// <summary>Whether the text is a thumbprint as Windows takes it.</summary>
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
                "Type the challenge that the server wants to hear: Windows asks for none by itself."
            );
        }
        else
        {
            c.AddFinding(
                $"{field}.Challenge",
                "CERT-29",
                Severity.Warn,
                "Every PC is told this same challenge: whoever reads it on one PC can have certificates issued as anybody. Bind it on "
                    + "the server to one subject, and change it often."
            );
        }

        if (!IsThumbprint(row.AuthorityThumbprint.Trim()))
        {
            c.AddFinding(
                $"{field}.AuthorityThumbprint",
                "CERT-27",
                Severity.Block,
                "Type the SHA-1 thumbprint of the issuing authority’s certificate: 40 digits and letters A to F, without blanks.",
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
                "This authority is none of the trusted certificates above. The PC must know it from elsewhere, or it refuses what is "
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
                    "This is no web address. Write it as https://scep.contoso.com/certsrv/mscep/mscep.dll."
                );
            }
            else if (address.Scheme == "http")
            {
                c.AddFinding(
                    $"{field}.Servers[{n}]",
                    "CERT-20",
                    Severity.Note,
                    "Over http the request is still encrypted for the authority, but everybody on the way sees who asks. Prefer https."
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
                "Write the subject as a distinguished name, such as CN=Contoso PC,O=Contoso."
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
                    "Write the kind as a number, a plus sign and the name: 11+anna@contoso.com for a user principal name, "
                        + "3+pc.contoso.com for a DNS name."
                );
            }
        }
    }

    private static void Key(ScepCertificate row, string field, ValidationContext<CertificatesSettings> c)
    {
        if (row.KeyLength.Trim() is not ("1024" or "2048" or "4096"))
        {
            c.AddFinding($"{field}.KeyLength", "CERT-23", Severity.Block, "Windows makes keys of 1024, 2048 or 4096 bits.", "2048");
        }
        else if (row.KeyLength.Trim() == "1024")
        {
            c.AddFinding($"{field}.KeyLength", "CERT-23", Severity.Warn, "Keys of 1024 bits can be broken. Use 2048.", "2048");
        }

        if (!Hashes.IsMatch(row.Hash.Trim()))
        {
            c.AddFinding(
                $"{field}.Hash",
                "CERT-24",
                Severity.Block,
                "Windows knows SHA-1, SHA-2 and SHA-3; join several with +, such as SHA-2+SHA-3.",
                "SHA-2"
            );
        }
        else if (row.Hash.Trim() == "SHA-1")
        {
            c.AddFinding(
                $"{field}.Hash",
                "CERT-24",
                Severity.Warn,
                "SHA-1 alone is broken, and modern authorities refuse it. Use SHA-2.",
                "SHA-2"
            );
        }

        if (row.Purposes.Count == 0)
        {
            c.AddFinding(
                $"{field}.Purposes",
                "CERT-25",
                Severity.Block,
                "Say what it is for. 1.3.6.1.5.5.7.3.2 is signing in as a client.",
                null
            );
        }

        foreach (var (n, purpose) in row.Purposes.Index().Where(p => !ObjectId.IsMatch(p.Item.Trim())))
        {
            c.AddFinding(
                $"{field}.Purposes[{n}]",
                "CERT-25",
                Severity.Block,
                "A purpose is a number with dots, such as 1.3.6.1.5.5.7.3.2 for signing in as a client."
            );
        }

        if (!row.ForSigning && !row.ForEncryption)
        {
            c.AddFinding(
                $"{field}.ForSigning",
                "CERT-26",
                Severity.Block,
                "Windows refuses a key that may neither sign nor encrypt. Choose one of the two."
            );
        }
    }

    private static void Numbers(ScepCertificate row, string field, ValidationContext<CertificatesSettings> c)
    {
        Within(row.ValidFor, "ValidFor", 0, 3650, "Windows asks for 0 to 3650; 0 or empty lets the server decide.");
        Within(row.Retries, "Retries", 0, 30, "Windows asks 0 to 30 times again.");
        Within(row.RetryMinutes, "RetryMinutes", 1, 1440, "Between two tries lie 1 to 1440 minutes.");

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
