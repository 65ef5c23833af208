using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.ExchangeForecast;

/// <summary>The properties of the PC that a forecast is computed for.</summary>
/// <param name="Order">Which policy the PC received first.</param>
/// <param name="Encrypted">Whether the PC's drives are encrypted.</param>
/// <param name="Admin">Whether the person who sets up the mail account is an administrator of the PC.</param>
public sealed record ForecastQuestion(EasOrder Order, bool Encrypted = false, bool Admin = false);
