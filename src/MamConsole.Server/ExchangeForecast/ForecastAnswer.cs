using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.ExchangeForecast;

/// <summary>A forecast as the REST API returns it.</summary>
/// <param name="DraftRevision">The revision of the evaluated draft.</param>
/// <param name="ExchangeNumber">The version of the Exchange policy.</param>
/// <param name="Compliant">Whether the draft enforces everything that Exchange requires.</param>
/// <param name="AdminNeeded">Whether Windows requires an administrator to apply Exchange's rules.</param>
/// <param name="MailSyncs">Whether mail synchronizes.</param>
/// <param name="Sentence">The summary as text.</param>
/// <param name="Rules">One for each rule that Windows evaluates.</param>
/// <param name="Advice">How the policy engine of Windows treats each type of account.</param>
internal sealed record ForecastAnswer(
    int DraftRevision,
    int ExchangeNumber,
    bool Compliant,
    bool AdminNeeded,
    bool MailSyncs,
    string Sentence,
    IReadOnlyList<ForecastRule> Rules,
    IReadOnlyList<EasAdvice> Advice
)
{
    /// <summary>Returns null when no Exchange policy was recorded.</summary>
    public static ForecastAnswer? Of(PolicyForecast forecast) =>
        forecast.Forecast is not { } known
            ? null
            : new(
                forecast.Policy.DraftRevision,
                forecast.Exchange.Number,
                known.Verdict.Compliant,
                known.Verdict.AdminNeeded,
                known.Verdict.MailSyncs,
                known.Sentence,
                [
                    .. known.Rows.Select(row => new ForecastRule(
                        row.Dimension.Element,
                        row.Dimension.Label,
                        row.Mam,
                        row.Exchange,
                        row.Windows,
                        row.Winner,
                        row.NeedsAdministrator,
                        row.Remedy?.Field,
                        row.Remedy?.Value,
                        row.Remedy?.Words
                    )),
                ],
                known.Advice
            );
}
