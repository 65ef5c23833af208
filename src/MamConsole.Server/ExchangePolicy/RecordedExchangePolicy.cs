using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>The result of recording a policy.</summary>
/// <param name="Version">The current version.</param>
/// <param name="NotTaken">Lines of the text that contain no setting; empty for elements.</param>
public sealed record RecordedExchangePolicy(ExchangePolicyVersion Version, ValueList<PastedLine> NotTaken);
