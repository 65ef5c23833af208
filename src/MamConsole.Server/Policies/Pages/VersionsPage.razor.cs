using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Versions;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Policies.Pages;

/// <summary>The history of a policy: compares versions and starts a rollback.</summary>
public sealed partial class VersionsPage
{
    private const int PageSize = 20;
    private readonly List<VersionSummary> versions = [];
    private Outcome<PolicyDetail>? policy;
    private Dictionary<long, long> devices = [];
    private ChangeList? changes;
    private WirePair? pair;
    private VersionSelector from;
    private VersionSelector to;
    private bool more;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private PolicyQueries Queries { get; set; } = default!;

    [Inject]
    private FleetCounters Fleet { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string PolicyId { get; set; } = "";

    /// <summary>A version's number, 0 for an empty document, or "draft"; the same applies to <see cref="To"/>.</summary>
    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    /// <summary>"side" or "unified".</summary>
    [SupplyParameterFromQuery]
    private string? View { get; set; }

    /// <summary>The version to roll back to; null when the box is closed.</summary>
    [SupplyParameterFromQuery]
    private int? Back { get; set; }

    /// <summary>The version with an open comment form; null when there is none.</summary>
    [SupplyParameterFromQuery(Name = "say")]
    private int? CommentOn { get; set; }

    [SupplyParameterFromQuery]
    private int? Wire { get; set; }

    /// <summary>1 directly after a publication.</summary>
    [SupplyParameterFromQuery]
    private int? Done { get; set; }

    private PolicyDetail? Detail => policy is Outcome<PolicyDetail>.Done { Value: var detail } ? detail : null;

    private int Current => Detail?.Published?.Number ?? 0;

    private bool Unified => View == "unified";

    private bool CanGoBack => from.Number is { } number && number > 0 && number < Current && Who.Can(Ability.PublishPolicies);

    protected override async Task OnParametersSetAsync()
    {
        var found = await Queries.GetAsync(Who, PolicyId, CancellationToken.None);
        if (found is not Outcome<PolicyDetail>.Done { Value.Published: { } published })
        {
            policy = found;
            return;
        }

        if (versions.Count == 0 || versions[0].Number != published.Number)
        {
            versions.Clear();
            await LoadOlder();
            devices = (await Fleet.VersionsAsync(CancellationToken.None)).ToDictionary(v => v.VersionId, v => v.Devices);
        }

        var newer = VersionSelector.Read(To) ?? new VersionSelector(published.Number);
        var older = VersionSelector.Read(From) ?? new VersionSelector((newer.Number ?? published.Number + 1) - 1);
        var compared = (await Queries.CompareAsync(Who, PolicyId, older, newer, CancellationToken.None)).Match<ChangeList?>(
            c => c,
            _ => null
        );
        var lines = new WirePair(await NodesAsync(older), await NodesAsync(newer));

        // Set together: a render in between would show one pair of versions under the names of another.
        (from, to, changes, pair) = (older, newer, compared, lines);
        policy = found;
    }

    private async Task<CompiledPolicy?> NodesAsync(VersionSelector selector) =>
        selector.Number is not { } number
            ? (await Queries.ReviewAsync(Who, PolicyId, CancellationToken.None)).Match(review => review.Nodes, _ => null)
        : number == 0 ? CompiledPolicy.Empty
        : (await Queries.VersionAsync(Who, new VersionRef(PolicyId, number), CancellationToken.None)).Match<CompiledPolicy?>(
            v => v.Nodes,
            _ => null
        );

    private async Task LoadOlder()
    {
        var page = await Queries.VersionsAsync(Who, PolicyId, versions.LastOrDefault()?.Number, PageSize, CancellationToken.None);
        if (page is Outcome<IReadOnlyList<VersionSummary>>.Done { Value: var older })
        {
            versions.AddRange(older);
            more = older.Count == PageSize && older[^1].Number > 1;
        }
    }

    private string Href(VersionSelector from, VersionSelector to, string? view = null) =>
        $"policies/{PolicyId}/versions?from={from}&to={to}"
        + $"{((view ?? View) is "unified" ? "&view=unified" : "")}{(Wire == 1 ? "&wire=1" : "")}";

    private void Select(ChangeEventArgs change, bool isFrom)
    {
        if (VersionSelector.Read(change.Value as string) is { } selector)
        {
            Navigation.NavigateTo(isFrom ? Href(selector, to) : Href(from, selector));
        }
    }

    private static string Name(VersionSelector selector) =>
        selector.Number switch
        {
            null => "The draft",
            0 => "Nothing",
            { } number => $"Version {number}",
        };

    private string Title(PolicyDetail detail) =>
        detail.Published is null ? $"{detail.Name}: versions"
        : from.Number == 0 ? $"{detail.Name}: {Small(to)}"
        : $"{detail.Name}: {Small(to)} compared with {(from.IsDraft ? "the draft" : from)}";

    private static string Small(VersionSelector selector) => selector.IsDraft ? "the draft" : $"version {selector}";

    private string StateSentence(PolicyDetail detail)
    {
        if (detail.Published is not { } published)
        {
            return "There is only the draft.";
        }

        var count = changes is null ? 0 : ComparedSetting.Of(changes).Count;
        var have = devices.TryGetValue(published.VersionId, out var pcs)
            ? $"; {Plural.Of(pcs, "PC")} {(pcs == 1 ? "has" : "have")} it"
            : "";
        return $"{Plural.Of(count, "setting")} differ{(count == 1 ? "s" : "")}. Version {published.Number} is published{have}.";
    }
}
