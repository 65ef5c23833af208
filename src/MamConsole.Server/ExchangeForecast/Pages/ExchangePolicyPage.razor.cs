using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.Access;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.ExchangeForecast.Pages;

/// <summary>Shows and records what Exchange requires of the same PCs.</summary>
public sealed partial class ExchangePolicyPage
{
    private const int VersionsOnAPage = 20;

    private Outcome<ExchangePolicyVersion>? current;
    private Outcome<ExchangePolicyVersion>? older;
    private Outcome<ExchangePolicyHistory>? history;
    private bool recording;
    private string? problem;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private ExchangeQueries Queries { get; set; } = default!;

    [Inject]
    private RecordExchangePolicy RecordExchangePolicy { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>form, or text.</summary>
    [SupplyParameterFromQuery]
    private string? By { get; set; }

    /// <summary>The number of an older version to show.</summary>
    [SupplyParameterFromQuery]
    private int? Version { get; set; }

    /// <summary>The number of the version that was just recorded.</summary>
    [SupplyParameterFromQuery]
    private int? Done { get; set; }

    /// <summary>The key of the page in the list of versions.</summary>
    [SupplyParameterFromQuery]
    private int? Before { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        current = await Queries.CurrentAsync(Who, CancellationToken.None);
        history = await Queries.ListAsync(Who, Before, VersionsOnAPage, CancellationToken.None);
        older = Version is { } number ? await Queries.GetAsync(Who, number, CancellationToken.None) : null;
    }

    private static string StateSentence(ExchangePolicyVersion recorded) =>
        recorded.Number == 0 ? "No Exchange policy is recorded, so the effect of Exchange on policies is unknown."
        : LockSettings.Of(recorded.Elements) == LockSettings.None
            ? $"Version {recorded.Number} is in effect; it has no rule that Windows evaluates."
        : $"Version {recorded.Number}{(recorded.Name.Length == 0 ? "" : $", {recorded.Name},")} is in effect for every policy.";

    private async Task Record(NewExchangePolicy policy)
    {
        if (recording || current is not Outcome<ExchangePolicyVersion>.Done { Value: var start })
        {
            return;
        }

        recording = true;
        var outcome = await RecordExchangePolicy.ExecuteAsync(Who, start.Number, policy, CancellationToken.None);
        recording = false;
        problem = outcome.Match<string?>(_ => null, p => p.Message);
        if (outcome is Outcome<RecordedExchangePolicy>.Done { Value.Version.Number: var number })
        {
            Navigation.NavigateTo($"settings/exchange?done={number}");
        }
    }
}
