using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>
/// Windows Information Protection itself, as typed (docs/reference/wip-authoring.md §2-4 and §7). An empty field says nothing about its
/// setting.
/// </summary>
public sealed record InformationProtectionSettings
{
    /// <summary>What Windows does when work data is about to leave.</summary>
    public ProtectionMode? Mode { get; init; }

    /// <summary>
    /// Bare DNS domains of the organization. The first is the primary one: it is stamped on every protected file and must not change.
    /// </summary>
    public ValueList<string> EnterpriseIds { get; init; } = [];

    /// <summary>Whose private key opens protected files when nothing else does; null = nobody's.</summary>
    public UploadedCertificate? RecoveryCertificate { get; init; }

    /// <summary>
    /// More of them beside the first: each one's private key opens the files. During a change of keys the old one stands here.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<UploadedCertificate> FurtherRecoveryCertificates { get; init; } = [];

    /// <summary>All of them, the first one first.</summary>
    [JsonIgnore]
    public IEnumerable<UploadedCertificate> RecoveryCertificates =>
        RecoveryCertificate is { } first ? [first, .. FurtherRecoveryCertificates] : FurtherRecoveryCertificates;

    /// <summary>The same with these recovery certificates and no others.</summary>
    public InformationProtectionSettings WithRecovery(IEnumerable<UploadedCertificate> certificates)
    {
        var all = certificates.ToValueList();
        return this with
        {
            RecoveryCertificate = all.Count > 0 ? all[0] : null,
            FurtherRecoveryCertificates = all.Count > 1 ? all.RemoveAt(0) : [],
        };
    }

    /// <summary>Whether work files become unreadable when the PC leaves management. Windows' own default: yes.</summary>
    public bool? RevokeOnUnenroll { get; init; }

    /// <summary>Whether work files become unreadable when the PC moves to full management (MDM). Windows' own default: yes.</summary>
    public bool? RevokeOnMdmHandoff { get; init; }

    /// <summary>Whether work files and apps show a briefcase.</summary>
    public bool? ShowIcons { get; init; }

    /// <summary>Whether files on removable drives are protected with Azure RMS, so that others of the organization can open them.</summary>
    public bool? AzureRms { get; init; }

    /// <summary>A GUID, with or without braces; empty = the template for everyone in the organization.</summary>
    public string RmsTemplateId { get; init; } = "";

    /// <summary>
    /// Extensions such as <c>docx</c>. Empty = every file that is copied from a work share gets protected, else only these.
    /// </summary>
    public ValueList<string> SmbExtensions { get; init; } = [];

    /// <summary>The enterprise ID that is stamped on files, as typed; null while there is none.</summary>
    internal string? PrimaryId => EnterpriseIds is { Count: > 0 } ids ? Wording.Typed(ids[0]) : null;

    /// <summary>The same in canonical form where it has one.</summary>
    internal string? CanonicalPrimaryId => PrimaryId is { } typed ? DomainName.Canonical(typed) ?? typed : null;

    /// <summary>Whether the mode protects anything at all.</summary>
    internal bool Protects => Mode is not (null or ProtectionMode.Off);

    /// <summary>Days without contact after which the PC unenrolls by itself; whole number above 0. Windows 10 1709 and later.</summary>
    public string LostContactDays { get; init; } = "";
}
