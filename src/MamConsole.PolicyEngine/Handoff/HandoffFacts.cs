namespace MamConsole.PolicyEngine.Handoff;

/// <summary>
/// What decides over work files when a PC moves from MAM to MDM (docs/reference/handoff.md §2). Null = absent or not known.
/// </summary>
/// <param name="LinkOffered">Whether the policy names an MDM discovery address.</param>
/// <param name="IsHome">Whether the PC runs a Home edition.</param>
/// <param name="OsBuild">The Windows build; null = recent enough.</param>
/// <param name="WipInMam">Whether this policy protects information.</param>
/// <param name="WipInMdm">Whether the MDM's policy does, as somebody stated it.</param>
/// <param name="MamEnterpriseId">This policy's primary enterprise ID; a wire list is fine, its first item counts.</param>
/// <param name="MdmEnterpriseId">The MDM's, likewise, in any spelling.</param>
/// <param name="RevokeOnMdmHandoff">Absent acts like true.</param>
/// <param name="RevokeOnUnenroll">Absent acts like true.</param>
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
