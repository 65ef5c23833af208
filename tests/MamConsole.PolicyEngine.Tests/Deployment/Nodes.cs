using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.PolicyEngine.Deployment;

/// <summary>One node of each kind with a short name, so that a deployment case fits on one line.</summary>
internal static class Nodes
{
    private const string Protection = "./Device/Vendor/MSFT/EnterpriseDataProtection/";

    private static readonly Dictionary<string, CompiledNode> Known = new()
    {
        ["range"] = new("./Device/Vendor/MSFT/Policy/Config/NetworkIsolation/EnterpriseIPRange", CspFormat.Chr, "", NodeStage.Boundary),
        ["cloud"] = new(
            "./Device/Vendor/MSFT/Policy/Config/NetworkIsolation/EnterpriseCloudResources",
            CspFormat.Chr,
            "",
            NodeStage.Boundary
        ),
        ["apps"] = new("./Vendor/MSFT/AppLocker/EnterpriseDataProtection/{Grouping}/EXE/Policy", CspFormat.Chr, "", NodeStage.AppLists),
        ["icons"] = new(Protection + "Settings/EDPShowIcons", CspFormat.Int, "", NodeStage.Flags),
        ["revoke"] = new(Protection + "Settings/RevokeOnMDMHandoff", CspFormat.Int, "", NodeStage.Flags),
        ["ids"] = new(Protection + "Settings/EnterpriseProtectedDomainNames", CspFormat.Chr, "", NodeStage.Ids),
        ["mode"] = new(Protection + "Settings/EDPEnforcementLevel", CspFormat.Int, "", NodeStage.Mode),
        ["lock"] = new("./Device/Vendor/MSFT/Policy/Config/DeviceLock/DevicePasswordEnabled", CspFormat.Int, "", NodeStage.DeviceLock),
        ["length"] = new("./Device/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength", CspFormat.Int, "", NodeStage.DeviceLock),
        ["minutes"] = new(
            "./Device/Vendor/MSFT/Policy/Config/DeviceLock/MaxInactivityTimeDeviceLock",
            CspFormat.Int,
            "",
            NodeStage.DeviceLock
        ),
        ["pin"] = new(
            "./Device/Vendor/MSFT/PassportForWork/7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d/Policies/PINComplexity/MinimumPINLength",
            CspFormat.Int,
            "",
            NodeStage.HelloPin
        ),
        ["days"] = new(
            "./Device/Vendor/MSFT/DMClient/Provider/MamConsole/NumberOfDaysAfterLostContactToUnenroll",
            CspFormat.Int,
            "",
            NodeStage.Polling
        )
        {
            MinimumBuild = 16299,
        },
        ["link"] = new(
            "./Device/Vendor/MSFT/DMClient/Provider/MamConsole/ManagementServerToUpgradeTo",
            CspFormat.Chr,
            "",
            NodeStage.MdmLink
        ),
    };

    /// <summary>Windows 11 23H2, which supports every node and enforces WIP.</summary>
    public static readonly DeviceCapability Current = new(22631);

    /// <summary>A node that is requested by a full read and by the read after writes.</summary>
    public const string Status = Protection + "Status";

    public static string Uri(string name) => Known[name].LocUri;

    /// <summary>Returns the short name of a LocURI, or its last segment when it has no short name.</summary>
    public static string Name(string uri) => Known.FirstOrDefault(k => k.Value.LocUri == uri).Key ?? uri[(uri.LastIndexOf('/') + 1)..];

    /// <summary>Creates a version from text such as <c>"range=10 ids=contoso.com mode=3"</c>, in the order of sending.</summary>
    public static CompiledPolicy Version(string nodes) =>
        new(
            nodes
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(n => n.Split('='))
                .Select(n => Known[n[0]] with { Value = n[1] })
                .OrderBy(n => n.Stage)
                .ToValueList()
        );

    /// <summary>The time at which the sessions of the tests begin.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Returns the deviation of a node that was rejected <paramref name="hoursAgo"/> hours ago, at the first attempt.</summary>
    public static SettingDeviation Rejected(string name, int code, string? value, double hoursAgo = 2, int? build = null) =>
        new(Uri(name), DeviationKind.Rejected, code, null, value)
        {
            Retry = Retry.After(new StatusCode(code), 1, Now.AddHours(-hoursAgo), build ?? Current.Build),
        };

    public static SettingDeviation Against(string name, DeviationKind kind, string? value = null) =>
        new(Uri(name), kind, Value: value) { Retry = kind == DeviationKind.Unknown ? Retry.AtOnce : Retry.Never };

    /// <summary>Describes deviations as <c>"mode deferred, range rejected 500"</c>.</summary>
    public static string Describe(IEnumerable<SettingDeviation> deviations) =>
        string.Join(
            ", ",
            deviations
                .OrderBy(d => Name(d.LocUri), StringComparer.Ordinal)
                .Select(d => $"{Name(d.LocUri)} {d.Kind.ToString().ToLowerInvariant()}{(d.Code is { } code ? $" {code}" : "")}")
        );

    /// <summary>Describes commands as <c>"add apps, replace range, delete mode, get range"</c>.</summary>
    public static string Describe(IEnumerable<PlannedCommand> commands) =>
        string.Join(
            ", ",
            commands.Select(c =>
                c switch
                {
                    PlannedCommand.Write write => $"{(write.Verb == WriteVerb.Add ? "add" : "replace")} {Name(c.LocUri)}",
                    PlannedCommand.Remove => $"delete {Name(c.LocUri)}",
                    _ => $"get {Name(c.LocUri)}",
                }
            )
        );
}
