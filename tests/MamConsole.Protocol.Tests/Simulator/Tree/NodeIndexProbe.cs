using MamConsole.Simulator.Tree;

namespace MamConsole.Tests.Simulator.Tree;

/// <summary>Enumerates the node rules.</summary>
internal static class NodeIndexProbe
{
    public static IEnumerable<NodeRule> Rules() =>
        [
            .. MamConsole.Simulator.Nodes.EnterpriseDataProtectionNodes.All,
            .. MamConsole.Simulator.Nodes.AppLockerNodes.All,
            .. MamConsole.Simulator.Nodes.PolicyNodes.All,
            .. MamConsole.Simulator.Nodes.PassportForWorkNodes.All,
            .. MamConsole.Simulator.Nodes.DMClientNodes.All,
            .. MamConsole.Simulator.Nodes.DeviceStatusNodes.All,
            .. MamConsole.Simulator.Nodes.ReadOnlyNodes.All,
        ];
}
