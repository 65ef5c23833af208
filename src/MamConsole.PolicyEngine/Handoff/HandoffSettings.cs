namespace MamConsole.PolicyEngine.Handoff;

/// <summary>
/// The MDM handoff, as entered (docs/reference/handoff.md). The effect on work files also depends on
/// <see cref="InformationProtection.InformationProtectionSettings.RevokeOnMdmHandoff"/>.
/// </summary>
public sealed record HandoffSettings
{
    /// <summary>
    /// The MDM's discovery address, https; empty = no offer. With it Windows shows a link in its settings; people choose.
    /// </summary>
    public string DiscoveryUrl { get; init; } = "";

    /// <summary>
    /// Whether the MDM's own policy has WIP on; this server cannot see it, so an administrator states it. Null = not known.
    /// </summary>
    public bool? WipInMdm { get; init; }

    /// <summary>
    /// The MDM policy's primary enterprise ID as its administrator states it; a list as sent to devices is valid, its first item counts.
    /// </summary>
    public string MdmEnterpriseId { get; init; } = "";
}
