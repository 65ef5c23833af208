using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>What was recorded, and what of the text was not.</summary>
/// <param name="Version">The version that counts now.</param>
/// <param name="NotTaken">Lines of the text that made no setting; empty for elements.</param>
public sealed record RecordedExchangePolicy(ExchangePolicyVersion Version, ValueList<PastedLine> NotTaken);
