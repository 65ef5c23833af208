using System.Text.Json.Serialization;

namespace MamConsole.Server.Calculators;

/// <summary>A PC, a policy and an MDM (docs/reference/contract.md §3). What may be null may be absent too.</summary>
/// <param name="Edition">The PC's edition.</param>
/// <param name="OsBuild">Its Windows build.</param>
/// <param name="WipInMam">Whether this policy protects information.</param>
/// <param name="MamEnterpriseId">This policy's enterprise ID, or the wire's list of them; empty = not known.</param>
/// <param name="DiscoveryUrl">The MDM's discovery address; null or empty = no move is offered.</param>
/// <param name="WipInMdm">Whether the MDM's policy protects information; null = nobody knows.</param>
/// <param name="MdmEnterpriseId">The MDM's enterprise ID, likewise.</param>
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
