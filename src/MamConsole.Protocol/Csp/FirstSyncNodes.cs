using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// The conditions of a first sign-in under MDM (<see cref="DMClientCsp"/>). From build 16299; the settings of the status page from build
/// 17134.
/// </summary>
public sealed class FirstSyncNodes
{
    private const int FirstWithPage = 17134;

    private static readonly CspRange Expected = CspRange.ListBy("\uF000");

    internal FirstSyncNodes(CspBranch provider, CspScope scope)
    {
        var at = provider.Below("FirstSyncStatus", 16299);
        var isDevice = scope == CspScope.Device;
        Status = at.Node("", CspAccess.GetAddDelete, ZeroOrOne);
        Awaited =
        [
            at.Text("ExpectedPolicies", Expected, occurs: One),
            at.Text("ExpectedNetworkProfiles", Expected, occurs: One),
            at.Text("ExpectedMSIAppPackages", Expected, occurs: One),
            at.Text("ExpectedModernAppPackages", Expected, occurs: One),
            at.Text("ExpectedPFXCerts", Expected, occurs: One),
            at.Text("ExpectedSCEPCerts", Expected, occurs: One),
        ];
        ServerHasFinished = at.Bool("ServerHasFinishedProvisioning", access: CspAccess.GetReplace, occurs: One);
        IsSyncDone = at.Bool("IsSyncDone", access: CspAccess.GetReplace, occurs: One);
        WasSuccessful = at.Int("WasDeviceSuccessfullyProvisioned", CspRange.Upto(2), access: CspAccess.GetReplace, occurs: One);
        AllowCollectLogs = at.Bool("AllowCollectLogsButton", "false", CspAccess.GetReplace, One, build: FirstWithPage);
        CustomErrorText = at.Text(
            "CustomErrorText",
            access: isDevice ? CspAccess.ReadWrite : CspAccess.GetReplace,
            occurs: One,
            build: FirstWithPage
        );
        DeviceOnly = isDevice
            ?
            [
                at.Int("TimeOutUntilSyncFailure", CspRange.Between(1, 1440), "60", CspAccess.GetReplace, One),
                at.Int("BlockInStatusPage", new CspRange.Flags([0, 1, 2, 4]), "0", CspAccess.GetReplace, One, build: FirstWithPage),
                at.Bool("SkipDeviceStatusPage", "true", CspAccess.GetReplace, One, build: FirstWithPage),
                at.Bool("SkipUserStatusPage", "true", CspAccess.GetReplace, One, build: FirstWithPage),
            ]
            : [];
    }

    public CspBareNode Status { get; }

    /// <summary>The lists of required items, separated by the character U+F000.</summary>
    public ImmutableArray<CspNode> Awaited { get; }

    public CspNode<bool> ServerHasFinished { get; }

    public CspNode<bool> IsSyncDone { get; }

    /// <summary>0 = failed, 1 = succeeded, 2 = still running.</summary>
    public CspNode<int> WasSuccessful { get; }

    public CspNode<bool> AllowCollectLogs { get; }

    public CspNode<string> CustomErrorText { get; }

    /// <summary>The nodes for the device only: the timeout in minutes, and the parts of the status page that are shown.</summary>
    public ImmutableArray<CspNode> DeviceOnly { get; }
}
