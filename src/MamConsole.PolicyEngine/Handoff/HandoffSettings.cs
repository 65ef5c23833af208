namespace MamConsole.PolicyEngine.Handoff;

/// <summary>
/// The offer to move to full management (MDM), as typed (docs/reference/handoff.md). What becomes of work files also hangs on
/// <see cref="InformationProtection.InformationProtectionSettings.RevokeOnMdmHandoff"/>.
/// </summary>
public sealed record HandoffSettings
{
    /// <summary>The MDM's discovery address, https; empty = no offer. It makes a link appear in Windows' settings; people choose.</summary>
    public string DiscoveryUrl { get; init; } = "";

    /// <summary>
    /// Whether the MDM's own policy protects information too; this server cannot see it, so somebody must say it. Null = not known.
    /// </summary>
    public bool? WipInMdm { get; init; }

    /// <summary>
    /// The MDM policy's primary enterprise ID as its administrator states it; a wire list is fine, its first item counts.
    /// </summary>
    public string MdmEnterpriseId { get; init; } = "";
}
