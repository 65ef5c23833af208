using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Polling;

namespace MamConsole.PolicyEngine;

/// <summary>A policy whose every value was parsed and whose rules hold. Only <see cref="PolicyValidator"/> makes it, wrapped in
/// <see cref="Values.Valid{T}"/>.</summary>
public sealed record Policy
{
    internal Policy() { }

    /// <summary>
    /// Null when the policy says nothing about protection; likewise below. Assignment has no value here: no node comes from it.
    /// </summary>
    public InformationProtectionRules? InformationProtection { get; internal init; }

    public AppLists? AppRules { get; internal init; }

    public NetworkBoundaryRules? NetworkBoundary { get; internal init; }

    public DeviceLockRules? DeviceLock { get; internal init; }

    public HelloPinRules? HelloPin { get; internal init; }

    public HandoffRules? Handoff { get; internal init; }

    public PollingRules? Polling { get; internal init; }

    public CertificatesRules? Certificates { get; internal init; }

    public ConnectivityRules? Connectivity { get; internal init; }

    public MonitoringRules? Monitoring { get; internal init; }
}
