using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Policies;

namespace MamConsole.Server.ExchangeForecast;

/// <summary>A policy's draft combined with the recorded Exchange policy.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Exchange">The recorded Exchange policy; number 0 = none.</param>
/// <param name="Forecast">The combined result; null when no Exchange policy was recorded.</param>
public sealed record PolicyForecast(PolicyDetail Policy, ExchangePolicyVersion Exchange, EasForecast? Forecast);
