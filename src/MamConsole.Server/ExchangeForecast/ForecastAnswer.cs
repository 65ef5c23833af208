using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.ExchangeForecast;

/// <summary>A forecast as the API says it.</summary>
/// <param name="DraftRevision">The draft that was looked at.</param>
/// <param name="ExchangeNumber">The version of the Exchange policy.</param>
/// <param name="Compliant">Whether the draft enforces all that Exchange asks for.</param>
/// <param name="AdminNeeded">Whether Windows needs an administrator to apply Exchange's rules.</param>
/// <param name="MailSyncs">Whether mail comes.</param>
/// <param name="Sentence">The same in words.</param>
/// <param name="Rules">One for each rule that Windows evaluates.</param>
/// <param name="Advice">What Windows' engine makes of it by kind of account.</param>
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
    /// <summary>Null when no Exchange policy was recorded.</summary>
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
