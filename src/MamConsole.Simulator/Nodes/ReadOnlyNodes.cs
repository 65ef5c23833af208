using MamConsole.Protocol.Csp;
using MamConsole.Simulator.Tree;
using static MamConsole.Simulator.Tree.Rules;

namespace MamConsole.Simulator.Nodes;

/// <summary>
/// The read-only providers: DevInfo, health attestation and the WIP audit log (docs/reference/protocol.md §3.4;
/// docs/reference/device-reporting.md §4, §5).
/// </summary>
internal static class ReadOnlyNodes
{
    private const string Health = "./Vendor/MSFT/HealthAttestation";
    private const string Logs = "./Vendor/MSFT/Reporting/EnterpriseDataProtection";
    private const CspAccess GetReplace = CspAccess.Get | CspAccess.Replace;

    public static IEnumerable<NodeRule> All { get; } =
    [
        Fixed("./DevInfo"),
        Fact("./DevInfo/DevId", CspFormat.Chr, tree => tree.Profile.DeviceId),
        Fact("./DevInfo/Man", CspFormat.Chr, tree => tree.Profile.Manufacturer),
        Fact("./DevInfo/Mod", CspFormat.Chr, tree => tree.Profile.Model),
        Fact("./DevInfo/DmV", CspFormat.Chr, _ => "1.3"),
        Fact("./DevInfo/Lang", CspFormat.Chr, tree => tree.Profile.Locale),
        // Attestation never succeeds: the simulated device has no TPM with evidence that a service could verify.
        Fixed(Health),
        Action(Health + "/VerifyHealth", CspAccess.Exec),
        Fact(Health + "/Status", CspFormat.Int, _ => "0"),
        Switch(Health + "/ForceRetrieve", GetReplace) with
        {
            Default = "false",
        },
        Fact(Health + "/MaxSupportedProtocolVersion", CspFormat.Int, _ => "4") with
        {
            MinimumBuild = 16299,
        },
        Fixed("./Vendor/MSFT/Reporting"),
        Fixed(Logs),
        .. Retrieval("RetrieveByTimeRange", Text(Logs + "/RetrieveByTimeRange/StopTime", access: GetReplace)),
        .. Retrieval("RetrieveByCount", Number(Logs + "/RetrieveByCount/LogCount", 1, int.MaxValue, GetReplace)),
    ];

    /// <summary>Returns the whole log. The filters are stored but not applied.</summary>
    private static IEnumerable<NodeRule> Retrieval(string way, NodeRule limit) =>
        [
            Fixed($"{Logs}/{way}"),
            Text($"{Logs}/{way}/StartTime", access: GetReplace),
            limit,
            Number($"{Logs}/{way}/Type", 0, 1, GetReplace) with
            {
                Default = "0",
            },
            Fact($"{Logs}/{way}/Logs", CspFormat.Xml, tree => tree.WorkDataLog),
        ];
}
