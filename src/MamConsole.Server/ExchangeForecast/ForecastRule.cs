using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.ExchangeForecast;

/// <summary>What becomes of one rule.</summary>
/// <param name="Element">Its element of EASProvisionDoc.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Mam">What the draft says.</param>
/// <param name="Exchange">What Exchange says.</param>
/// <param name="Windows">What Windows enforces.</param>
/// <param name="Winner">Whose rule that is.</param>
/// <param name="NeedsAdministrator">Whether applying it needs an administrator.</param>
/// <param name="ChangeField">The draft's field to change to avoid that; absent when nothing there helps.</param>
/// <param name="ChangeValue">What to write there, when it holds text.</param>
/// <param name="Change">What to do, or why nothing can be done.</param>
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
