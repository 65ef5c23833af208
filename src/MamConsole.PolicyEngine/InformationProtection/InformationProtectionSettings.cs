using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>
/// Windows Information Protection, as entered (docs/reference/wip-authoring.md §2-4 and §7). An empty field does not set its setting.
/// </summary>
public sealed record InformationProtectionSettings
{
    /// <summary>The WIP mode: what Windows does when work data is about to leave work apps.</summary>
    public ProtectionMode? Mode { get; init; }

    /// <summary>
    /// Bare DNS domains of the organization. The first is the primary one: it is written to every protected file and must not change.
    /// </summary>
    public ValueList<string> EnterpriseIds { get; init; } = [];

    /// <summary>The certificate whose private key can recover protected files; null = none.</summary>
    public UploadedCertificate? RecoveryCertificate { get; init; }

    /// <summary>
    /// Further recovery certificates: the private key of each can recover the files. During a key change the old certificate is listed
    /// here.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ValueList<UploadedCertificate> FurtherRecoveryCertificates { get; init; } = [];

    /// <summary>All recovery certificates, the first one first.</summary>
    [JsonIgnore]
    public IEnumerable<UploadedCertificate> RecoveryCertificates =>
        RecoveryCertificate is { } first ? [first, .. FurtherRecoveryCertificates] : FurtherRecoveryCertificates;

    /// <summary>Returns the settings with exactly these recovery certificates.</summary>
    public InformationProtectionSettings WithRecovery(IEnumerable<UploadedCertificate> certificates)
    {
        var all = certificates.ToValueList();
        return this with
        {
            RecoveryCertificate = all.Count > 0 ? all[0] : null,
            FurtherRecoveryCertificates = all.Count > 1 ? all.RemoveAt(0) : [],
        };
    }

    /// <summary>Whether work files become unreadable when the PC unenrolls. Windows' default: yes.</summary>
    public bool? RevokeOnUnenroll { get; init; }

    /// <summary>Whether work files become unreadable on MDM handoff. Windows' default: yes.</summary>
    public bool? RevokeOnMdmHandoff { get; init; }

    /// <summary>Whether work files and apps show the enterprise data protection icon (a briefcase).</summary>
    public bool? ShowIcons { get; init; }

    /// <summary>Whether files on removable drives are protected with Azure RMS, so that others of the organization can open them.</summary>
    public bool? AzureRms { get; init; }

    /// <summary>The RMS template: a GUID, with or without braces; empty = the template for everyone in the organization.</summary>
    public string RmsTemplateId { get; init; } = "";

    /// <summary>
    /// File extensions such as <c>docx</c>: only these files are protected when copied from a corporate share. Empty = every file.
    /// </summary>
    public ValueList<string> SmbExtensions { get; init; } = [];

    /// <summary>The enterprise ID that is written to files, as entered; null when there is none.</summary>
    internal string? PrimaryId => EnterpriseIds is { Count: > 0 } ids ? Wording.Typed(ids[0]) : null;

    /// <summary>The enterprise ID in canonical form, if it is valid.</summary>
    internal string? CanonicalPrimaryId => PrimaryId is { } typed ? DomainName.Canonical(typed) ?? typed : null;

    /// <summary>Whether the mode protects anything.</summary>
    internal bool Protects => Mode is not (null or ProtectionMode.Off);

    /// <summary>Days without contact after which the PC unenrolls itself; a whole number above 0. Windows 10 1709 and later.</summary>
    public string LostContactDays { get; init; } = "";
}
