using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Policies.Pages;

/// <summary>Lists the policies with their audience, published version and draft.</summary>
public sealed partial class PoliciesPage
{
    private Outcome<IReadOnlyList<PolicyListItem>>? policies;
    private Dictionary<long, long> devices = [];
    private string name = "";
    private string? problem;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private PolicyQueries Queries { get; set; } = default!;

    [Inject]
    private CreatePolicy CreatePolicy { get; set; } = default!;

    [Inject]
    private FleetCounters Fleet { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery]
    private int? New { get; set; }

    private string StateSentence =>
        policies is not Outcome<IReadOnlyList<PolicyListItem>>.Done { Value: var items } ? "The settings that this server sends to PCs."
        : items.Count == 0 ? "None yet."
        : items.Count(p => p.HasUnpublishedChanges) is > 0 and var waiting
            ? $"{Plural.Of(items.Count, "policy", "policies")}; {waiting} {(waiting == 1 ? "has" : "have")} changes that are not published."
        : $"{Plural.Of(items.Count, "policy", "policies")}, all as published.";

    protected override async Task OnInitializedAsync()
    {
        policies = await Queries.ListAsync(Who, CancellationToken.None);
        devices = (await Fleet.VersionsAsync(CancellationToken.None)).ToDictionary(v => v.VersionId, v => v.Devices);
    }

    private async Task Create()
    {
        var outcome = await CreatePolicy.ExecuteAsync(Who, name.Trim(), null, CancellationToken.None);
        problem = outcome.Match<string?>(id => null, p => p.Message);
        if (outcome is Outcome<string>.Done { Value: var id })
        {
            Navigation.NavigateTo($"policies/{id}/assignment");
        }
    }
}
