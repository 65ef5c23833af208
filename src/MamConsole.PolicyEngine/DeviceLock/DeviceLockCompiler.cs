using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.DeviceLock;

/// <summary>Compiles the DeviceLock nodes, Enabled first; the session sends them in one Atomic (docs/reference/eas.md §3).</summary>
internal static class DeviceLockCompiler
{
    public static IEnumerable<CompiledNode> Compile(DeviceLockRules? rules)
    {
        if (rules is null)
        {
            yield break;
        }

        yield return Node(DeviceLockCsp.DevicePasswordEnabled, rules.LockRequired ? 0 : 1);
        (CspNode<int> Node, int? Value)[] rest =
        [
            (DeviceLockCsp.AlphanumericDevicePasswordRequired, (int?)rules.PasswordKind),
            (DeviceLockCsp.MinDevicePasswordLength, rules.MinimumLength),
            (DeviceLockCsp.MinDevicePasswordComplexCharacters, rules.CharacterGroups),
            (DeviceLockCsp.MaxInactivityTimeDeviceLock, rules.LockAfterMinutes),
            (DeviceLockCsp.MaxDevicePasswordFailedAttempts, rules.FailedAttempts),
            (DeviceLockCsp.DevicePasswordExpiration, rules.ExpirationDays),
            (DeviceLockCsp.DevicePasswordHistory, rules.History),
            (DeviceLockCsp.AllowSimpleDevicePassword, rules.AllowSimple is { } simple ? (simple ? 1 : 0) : null),
        ];
        foreach (var (node, value) in rest)
        {
            if (value is { } known)
            {
                yield return Node(node, known);
            }
        }
    }

    private static CompiledNode Node(CspNode<int> node, int value) => CompiledNode.Of(node, value, NodeStage.DeviceLock);
}
