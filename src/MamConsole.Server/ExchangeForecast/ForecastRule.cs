using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.ExchangeForecast;

/// <summary>The forecast for one rule.</summary>
/// <param name="Element">Its element of EASProvisionDoc.</param>
/// <param name="Label">Its display name.</param>
/// <param name="Mam">The value of the draft.</param>
/// <param name="Exchange">The value of Exchange.</param>
/// <param name="Windows">The value that Windows enforces.</param>
/// <param name="Winner">The side that the enforced value comes from.</param>
/// <param name="NeedsAdministrator">Whether applying it requires an administrator.</param>
/// <param name="ChangeField">The draft's field to change to avoid that; absent when no change helps.</param>
/// <param name="ChangeValue">The value for that field, when it is a text field.</param>
/// <param name="Change">The recommended action, or why there is none.</param>
internal sealed record ForecastRule(
    string Element,
    string Label,
    string Mam,
    string Exchange,
    string Windows,
    EasWinner Winner,
    bool NeedsAdministrator,
    string? ChangeField,
    string? ChangeValue,
    string? Change
);
