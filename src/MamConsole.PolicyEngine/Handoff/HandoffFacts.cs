namespace MamConsole.PolicyEngine.Handoff;

/// <summary>
/// The facts that decide about work files when a PC moves from MAM to MDM (docs/reference/handoff.md §2). Null = absent or not known.
/// </summary>
/// <param name="LinkOffered">Whether the policy names an MDM discovery address.</param>
/// <param name="IsHome">Whether the PC runs a Home edition.</param>
/// <param name="OsBuild">The Windows build; null = recent enough.</param>
/// <param name="WipInMam">Whether this policy has WIP on.</param>
/// <param name="WipInMdm">Whether the MDM's policy has WIP on, as stated by an administrator.</param>
/// <param name="MamEnterpriseId">This policy's primary enterprise ID; a list as sent to devices is valid, its first item counts.</param>
/// <param name="MdmEnterpriseId">The MDM's primary enterprise ID, in any spelling; a list is valid, its first item counts.</param>
/// <param name="RevokeOnMdmHandoff">Whether keys are revoked on MDM handoff; absent means true.</param>
/// <param name="RevokeOnUnenroll">Whether keys are revoked on unenroll; absent means true.</param>
public sealed record HandoffFacts(
    bool LinkOffered,
    bool IsHome,
    int? OsBuild,
    bool WipInMam,
    bool? WipInMdm,
    string? MamEnterpriseId,
    string? MdmEnterpriseId,
    bool? RevokeOnMdmHandoff,
    bool? RevokeOnUnenroll
);
