using System.Collections.Immutable;
using FluentValidation;
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

/// <summary>The rules of all areas: the same for the form, the API and files. Only fans out (docs/follow-a-policy.md, hop 2).</summary>
public static class PolicyValidator
{
    // Made once: making one compiles its expressions, and the form asks at every key.
    private static readonly AssignmentValidator Assignment = new();
    private static readonly InformationProtectionValidator InformationProtection = new();
    private static readonly AppRulesValidator AppRules = new();
    private static readonly NetworkBoundaryValidator NetworkBoundary = new();
    private static readonly DeviceLockValidator DeviceLock = new();
    private static readonly HelloPinValidator HelloPin = new();
    private static readonly HandoffValidator Handoff = new();
    private static readonly PollingValidator Polling = new();
    private static readonly CertificatesValidator Certificates = new();
    private static readonly ConnectivityValidator Connectivity = new();
    private static readonly MonitoringValidator Monitoring = new();

    public static PolicyReview Validate(WrittenPolicy policy, PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(context);

        var findings = new List<Finding>();
        Collect("assignment", Assignment, policy.Assignment);
        Collect("informationProtection", InformationProtection, policy.InformationProtection);
        Collect("appRules", AppRules, policy.AppRules);
        Collect("networkBoundary", NetworkBoundary, policy.NetworkBoundary);
        Collect("deviceLock", DeviceLock, policy.DeviceLock);
        Collect("helloPin", HelloPin, policy.HelloPin);
        Collect("handoff", Handoff, policy.Handoff);
        Collect("polling", Polling, policy.Polling);
        Collect("certificates", Certificates, policy.Certificates);
        Collect("connectivity", Connectivity, policy.Connectivity);
        Collect("monitoring", Monitoring, policy.Monitoring);

        var ordered = findings.OrderByDescending(f => f.Severity).ToImmutableArray();
        return new PolicyReview(ordered, findings.Exists(f => f.Severity == Severity.Block) ? null : new Valid<Policy>(Parse(policy)));

        void Collect<T>(string area, AbstractValidator<T> rules, T settings) =>
            findings.AddRange(rules.Validate(FindingRules.Begin(settings, policy, context)).Errors.Select(e => e.ToFinding(area)));
    }

    private static Policy Parse(WrittenPolicy policy) =>
        new()
        {
            InformationProtection = InformationProtectionRules.Parse(policy.InformationProtection),
            AppRules = AppLists.Parse(policy.AppRules),
            NetworkBoundary = NetworkBoundaryRules.Parse(policy.NetworkBoundary),
            DeviceLock = DeviceLockRules.Parse(policy.DeviceLock),
            HelloPin = HelloPinRules.Parse(policy.HelloPin),
            Handoff = HandoffRules.Parse(policy.Handoff),
            Polling = PollingRules.Parse(policy.Polling),
            Certificates = CertificatesRules.Parse(policy.Certificates),
            Connectivity = ConnectivityRules.Parse(policy.Connectivity, policy.InformationProtection),
            Monitoring = MonitoringRules.Parse(policy.Monitoring),
        };
}
