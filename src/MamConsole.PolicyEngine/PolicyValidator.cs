using System.Collections.Immutable;
using FluentValidation.Results;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Polling;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>What the rules say about one written policy.</summary>
/// <param name="Findings">Worst first, then in the order of the areas.</param>
/// <param name="Valid">The parsed policy; null while anything blocks.</param>
public sealed record PolicyReview(ImmutableArray<Finding> Findings, Valid<Policy>? Valid)
{
    /// <summary>The worst severity, or null when there is nothing to say.</summary>
    public Severity? Worst => Findings.IsEmpty ? null : Findings.Max(f => f.Severity);
}

/// <summary>The rules of all areas: the same for the form, the API and files. Only fans out (docs/follow-a-policy.md, hop 2).</summary>
public static class PolicyValidator
{
    public static PolicyReview Validate(WrittenPolicy policy, PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(context);

        var findings = new List<Finding>();
        Collect("assignment", new AssignmentValidator().Validate(policy.Assignment));
        Collect("informationProtection", new InformationProtectionValidator(policy, context).Validate(policy.InformationProtection));
        Collect("appRules", new AppRulesValidator(policy).Validate(policy.AppRules));
        Collect("networkBoundary", new NetworkBoundaryValidator(policy, context).Validate(policy.NetworkBoundary));
        Collect("deviceLock", new DeviceLockValidator().Validate(policy.DeviceLock));
        Collect("helloPin", new HelloPinValidator(policy.DeviceLock).Validate(policy.HelloPin));
        Collect("handoff", new HandoffValidator(policy, context).Validate(policy.Handoff));
        Collect("polling", new PollingValidator().Validate(policy.Polling));

        var ordered = findings.OrderByDescending(f => f.Severity).ToImmutableArray();
        return new PolicyReview(ordered, findings.Exists(f => f.Severity == Severity.Block) ? null : new Valid<Policy>(Parse(policy)));

        void Collect(string area, ValidationResult result) => findings.AddRange(result.Errors.Select(e => e.ToFinding(area)));
    }

    private static Policy Parse(WrittenPolicy policy) => new()
    {
        InformationProtection = InformationProtectionRules.Parse(policy.InformationProtection),
        AppRules = AppLists.Parse(policy.AppRules),
        NetworkBoundary = NetworkBoundaryRules.Parse(policy.NetworkBoundary),
        DeviceLock = DeviceLockRules.Parse(policy.DeviceLock),
        HelloPin = HelloPinRules.Parse(policy.HelloPin),
        Handoff = HandoffRules.Parse(policy.Handoff),
        Polling = PollingRules.Parse(policy.Polling),
    };
}
