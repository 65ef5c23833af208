using System.Diagnostics.CodeAnalysis;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>Information protection, parsed.</summary>
public sealed record InformationProtectionRules(
    ProtectionMode? Mode,
    ValueList<DomainName> EnterpriseIds,
    RecoveryCertificate? RecoveryCertificate,
    bool? RevokeOnUnenroll,
    bool? RevokeOnMdmHandoff,
    bool? ShowIcons,
    bool? AzureRms,
    Guid? RmsTemplate,
    ValueList<string> SmbExtensions,
    int? LostContactDays)
{
    /// <summary>Null when nothing is set.</summary>
    internal static InformationProtectionRules? Parse(InformationProtectionSettings s) =>
        s == new InformationProtectionSettings() ? null : new(
            s.Mode,
            s.EnterpriseIds.Select(DomainName.Parse).ToValueList(),
            s.RecoveryCertificate is { } file ? Values.RecoveryCertificate.Parse(Convert.FromBase64String(file.Content)) : null,
            s.RevokeOnUnenroll,
            s.RevokeOnMdmHandoff,
            s.ShowIcons,
            s.AzureRms,
            TryTemplate(s.RmsTemplateId, out var template) ? template : null,
            s.SmbExtensions.Select(typed => TryExtension(typed, out var extension) ? extension : throw new FormatException($"'{typed}' is not an extension.")).ToValueList(),
            FindingRules.Number(s.LostContactDays));

    /// <summary>A GUID with or without braces.</summary>
    internal static bool TryTemplate(string text, out Guid template) =>
        Guid.TryParseExact(text.Trim(), "D", out template) || Guid.TryParseExact(text.Trim(), "B", out template);

    /// <summary>An extension with or without its dot; read without it, in small letters.</summary>
    internal static bool TryExtension(string text, [NotNullWhen(true)] out string? extension)
    {
        var bare = text.Trim().TrimStart('.').ToLowerInvariant();
        extension = bare.Length is >= 1 and <= 32 && text.Trim() is var typed && typed.Length - bare.Length <= 1
            && bare.All(ch => char.IsLetterOrDigit(ch) || ch is '-' or '_' or '~' or '$' or '#' or '+') ? bare : null;
        return extension is not null;
    }

    internal static bool TryCertificate(UploadedCertificate file, [NotNullWhen(true)] out RecoveryCertificate? certificate, [NotNullWhen(false)] out string? reason)
    {
        var bytes = new byte[file.Content.Length];
        if (file.Content.Length == 0 || !Convert.TryFromBase64String(file.Content, bytes, out var length))
        {
            (certificate, reason) = (null, file.Content.Length == 0 && file.Refused is { } refused ? refused : "The file is empty or damaged. Upload it again.");
            return false;
        }

        return Values.RecoveryCertificate.TryParse(bytes.AsSpan(0, length), out certificate, out reason);
    }
}
