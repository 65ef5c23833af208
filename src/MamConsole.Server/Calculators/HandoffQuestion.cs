using System.Text.Json.Serialization;

namespace MamConsole.Server.Calculators;

/// <summary>A PC, a policy and an MDM (docs/reference/contract.md §3). Members that may be null may be absent.</summary>
/// <param name="Edition">The PC's edition.</param>
/// <param name="OsBuild">Its Windows build.</param>
/// <param name="WipInMam">Whether the MAM policy turns WIP on.</param>
/// <param name="MamEnterpriseId">The MAM policy's enterprise ID, or a list of them as on the wire; empty = unknown.</param>
/// <param name="DiscoveryUrl">The MDM's discovery URL; null or empty = no MDM handoff is offered.</param>
/// <param name="WipInMdm">Whether the MDM's policy turns WIP on; null = unknown.</param>
/// <param name="MdmEnterpriseId">The MDM's enterprise ID; empty = unknown.</param>
/// <param name="RevokeOnMdmHandoff">0 or 1; null = absent.</param>
/// <param name="RevokeOnUnenroll">0 or 1; null = absent.</param>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record HandoffQuestion(
    WindowsEdition Edition,
    int OsBuild,
    bool WipInMam,
    string MamEnterpriseId,
    string? DiscoveryUrl = null,
    bool? WipInMdm = null,
    string? MdmEnterpriseId = null,
    int? RevokeOnMdmHandoff = null,
    int? RevokeOnUnenroll = null
);
