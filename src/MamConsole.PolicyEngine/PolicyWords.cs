using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Polling;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>The whole policy in words. Only fans out over the areas. Wrong values are shown as typed.</summary>
public static class PolicyWords
{
    /// <summary>The areas' titles, in the order in which people read them.</summary>
    public static readonly ValueList<string> Areas =
    [
        AssignmentWords.Area,
        InformationProtectionWords.Area,
        AppRulesWords.Area,
        NetworkBoundaryWords.Area,
        DeviceLockWords.Area,
        HelloPinWords.Area,
        HandoffWords.Area,
        PollingWords.Area,
        CertificatesWords.Area,
        ConnectivityWords.Area,
        MonitoringWords.Area,
    ];

    /// <param name="policy">The policy.</param>
    /// <param name="options">Fills the open places of the statements' nodes, as in compiled nodes; null leaves them open.</param>
    public static IEnumerable<Statement> Describe(WrittenPolicy policy, CompilerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        IEnumerable<Statement> statements =
        [
            .. AssignmentWords.Describe(policy.Assignment),
            .. InformationProtectionWords.Describe(policy.InformationProtection),
            .. AppRulesWords.Describe(policy.AppRules),
            .. NetworkBoundaryWords.Describe(policy.NetworkBoundary),
            .. DeviceLockWords.Describe(policy.DeviceLock),
            .. HelloPinWords.Describe(policy.HelloPin),
            .. HandoffWords.Describe(policy.Handoff),
            .. PollingWords.Describe(policy.Polling),
            .. CertificatesWords.Describe(policy.Certificates),
            .. ConnectivityWords.Describe(policy.Connectivity),
            .. MonitoringWords.Describe(policy.Monitoring),
        ];
        statements = policy.Comments is { } comments ? [.. FieldCommentsWords.Describe(comments, [.. statements])] : statements;
        return options is null ? statements : statements.Select(s => s with { Nodes = s.Nodes.Select(options.Fill).ToValueList() });
    }
}
