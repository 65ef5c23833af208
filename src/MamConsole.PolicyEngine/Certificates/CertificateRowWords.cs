using System.Globalization;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>Names and descriptions of certificate rows, for lists and sentences.</summary>
public static class CertificateRowWords
{
    /// <summary>The certificate's name, or the file's name; null when there is neither.</summary>
    public static string? NameOf(TrustedCertificate row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (CertificateFile.TryRead(row, out var certificate, out _) ? Wording.Typed(certificate.Name) : null)
            ?? Wording.Typed(row.FileName);
    }

    /// <summary>The name in the subject, or the file's name; null when there is neither.</summary>
    public static string? NameOf(PfxCertificate row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Wording.Typed(Common(row.Subject)) ?? Wording.Typed(row.FileName);
    }

    /// <summary>The name of the request, or its subject; null when there is neither.</summary>
    public static string? NameOf(ScepCertificate row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Wording.Typed(row.Name) ?? Wording.Typed(row.Subject);
    }

    /// <summary>The expiration as "until 31 May 2028"; null when it is not known.</summary>
    public static string? Until(TrustedCertificate row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return CertificateFile.TryRead(row, out var certificate, out _) ? $"until {Wording.Day(certificate.NotAfter)}" : null;
    }

    /// <summary>The same for the last day of a certificate with its key.</summary>
    public static string? Until(PfxCertificate row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return LastDay(row) is { } day ? $"until {Wording.Day(day)}"
            : Wording.Typed(row.LastDay) is { } typed ? $"until {typed}"
            : null;
    }

    /// <summary>The last day as a time; null when it is not known.</summary>
    internal static DateTimeOffset? LastDay(PfxCertificate row) =>
        DateTimeOffset.TryParseExact(row.LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
            ? day
            : null;

    /// <summary>The CN of a subject.</summary>
    private static string Common(string subject) =>
        subject.Split(',').Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("CN=", StringComparison.OrdinalIgnoreCase))
            is { } cn
            ? cn[3..]
            : subject;
}
