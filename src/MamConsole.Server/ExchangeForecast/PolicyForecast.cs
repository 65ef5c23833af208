using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Policies;

namespace MamConsole.Server.ExchangeForecast;

/// <summary>A policy's draft beside the recorded Exchange policy.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Exchange">What was recorded; number 0 = nothing.</param>
/// <param name="Forecast">What comes of both; null when nothing was recorded.</param>
public sealed record PolicyForecast(PolicyDetail Policy, ExchangePolicyVersion Exchange, EasForecast? Forecast);
