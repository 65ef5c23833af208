using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.ExchangeForecast;

/// <summary>For which PC a forecast is asked.</summary>
/// <param name="Order">Which side came first.</param>
/// <param name="Encrypted">Whether its drives are encrypted.</param>
/// <param name="Admin">Whether whoever sets up the mail is an administrator of it.</param>
public sealed record ForecastQuestion(EasOrder Order, bool Encrypted = false, bool Admin = false);
