using System.Collections.Immutable;
using FluentValidation;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Areas;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.CrossChecks;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Polling;

namespace MamConsole.PolicyEngine;

/// <summary>The areas of a policy, in the order of the editor. A new area adds one line here.</summary>
public static class PolicyAreas
{
    public static readonly ImmutableArray<PolicyArea> All =
    [
        Area(AssignmentArea.Descriptor, p => p.Assignment, (p, v) => p with { Assignment = v }),
        Area(
            InformationProtectionArea.Descriptor,
            p => p.InformationProtection,
            (p, v) => p with { InformationProtection = v },
            new InformationProtectionCrossChecks()
        ),
        Area(AppRulesArea.Descriptor, p => p.AppRules, (p, v) => p with { AppRules = v }, new AppRulesCrossChecks()),
        Area(
            NetworkBoundaryArea.Descriptor,
            p => p.NetworkBoundary,
            (p, v) => p with { NetworkBoundary = v },
            new NetworkBoundaryCrossChecks()
        ),
        Area(DeviceLockArea.Descriptor, p => p.DeviceLock, (p, v) => p with { DeviceLock = v }, new DeviceLockCrossChecks()),
        Area(HelloPinArea.Descriptor, p => p.HelloPin, (p, v) => p with { HelloPin = v }, new HelloPinCrossChecks()),
        Area(HandoffArea.Descriptor, p => p.Handoff, (p, v) => p with { Handoff = v }, new HandoffCrossChecks()),
        Area(PollingArea.Descriptor, p => p.Polling, (p, v) => p with { Polling = v }, new PollingCrossChecks()),
        Area(CertificatesArea.Descriptor, p => p.Certificates, (p, v) => p with { Certificates = v }),
        Area(ConnectivityArea.Descriptor, p => p.Connectivity, (p, v) => p with { Connectivity = v }, new ConnectivityCrossChecks()),
        Area(MonitoringArea.Descriptor, p => p.Monitoring, (p, v) => p with { Monitoring = v }, new MonitoringCrossChecks()),
    ];

    /// <summary>Returns the area that contains a path of the policy's JSON document, or null when there is none.</summary>
    public static PolicyArea? At(string path) => All.FirstOrDefault(area => area.Holds(path));

    private static DescribedArea<TSettings, TRules> Area<TSettings, TRules>(
        AreaDescriptor<TSettings, TRules> descriptor,
        Func<WrittenPolicy, TSettings> get,
        Func<WrittenPolicy, TSettings, WrittenPolicy> set,
        AbstractValidator<TSettings>? crossChecks = null
    )
        where TSettings : class
        where TRules : class => new(descriptor, get, set, crossChecks);
}
