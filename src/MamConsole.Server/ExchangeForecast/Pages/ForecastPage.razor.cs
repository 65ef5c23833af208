using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.Access;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.ExchangeForecast.Pages;

/// <summary>Shows what Windows enforces when Exchange has rules too.</summary>
public sealed partial class ForecastPage
{
    private Outcome<PolicyForecast>? forecast;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private ExchangeQueries Queries { get; set; } = default!;

    [Parameter]
    public string PolicyId { get; set; } = "";

    /// <summary>mamAfterEas; any other value = easAfterMam.</summary>
    [SupplyParameterFromQuery]
    private string? Order { get; set; }

    private EasOrder RequestedOrder =>
        string.Equals(Order, "mamAfterEas", StringComparison.OrdinalIgnoreCase) ? EasOrder.MamAfterEas : EasOrder.EasAfterMam;

    protected override async Task OnParametersSetAsync() =>
        forecast = await Queries.ForecastAsync(Who, PolicyId, new ForecastQuestion(RequestedOrder), CancellationToken.None);

    private string Href(EasOrder order) =>
        order == EasOrder.MamAfterEas ? $"policies/{PolicyId}/exchange?order=mamAfterEas" : $"policies/{PolicyId}/exchange";

    private static string ExchangeName(ExchangePolicyVersion recorded) =>
        recorded.Name.Length == 0
            ? $"Exchange policy, version {recorded.Number}"
            : $"Exchange policy {recorded.Name}, version {recorded.Number}";

    /// <summary>
    /// A rule that Exchange wins needs attention when it requires an administrator, or a value that no setting here can match.
    /// </summary>
    private static StatusKind Mark(EasForecastRow row) =>
        row.NeedsAdministrator || (row.Dimension == LockDimension.Encryption && row.Remedy is not null)
            ? StatusKind.Attention
            : StatusKind.Ready;

    private static string Winner(EasWinner winner) =>
        winner switch
        {
            EasWinner.Exchange => "Exchange",
            EasWinner.Mam => "this policy",
            _ => "both are equal",
        };
}
