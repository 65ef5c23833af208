using System.Globalization;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Versions;
using MamConsole.Server.Access;
using MamConsole.Server.Fleet;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Policies.Pages;

/// <summary>What changed, when, by whom, why; how do I go back?</summary>
public sealed partial class VersionsPage
{
    private const int PageSize = 20;
    private readonly List<VersionSummary> versions = [];
    private Outcome<PolicyDetail>? policy;
    private Dictionary<long, long> devices = [];
    private ChangeList? changes;
    private WirePair? pair;
    private int from;
    private int to;
    private bool more;
    private string reason = "";
    private string confirmation = "";
    private string? expected;
    private string? problem;

    [CascadingParameter] private Administrator Who { get; set; } = default!;

    [Inject] private PolicyQueries Queries { get; set; } = default!;

    [Inject] private RollBackPolicy RollBackPolicy { get; set; } = default!;

    [Inject] private FleetCounters Fleet { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Parameter] public string PolicyId { get; set; } = "";

    [SupplyParameterFromQuery] private int? From { get; set; }

    [SupplyParameterFromQuery] private int? To { get; set; }

    /// <summary>The version to go back to, once somebody asked for it.</summary>
    [SupplyParameterFromQuery] private int? Back { get; set; }

    [SupplyParameterFromQuery] private int? Wire { get; set; }

    /// <summary>1 right after a publish.</summary>
    [SupplyParameterFromQuery] private int? Done { get; set; }

    private int Current => policy is Outcome<PolicyDetail>.Done { Value.Published.Number: var number } ? number : 0;

    private bool CanGoBack => from > 0 && from < Current && Who.Can(Ability.PublishPolicies);

    private string? WhyNotBack =>
        string.IsNullOrWhiteSpace(reason) ? "Say why first."
        : expected is not null && confirmation.Trim() != expected ? $"Type “{expected}” first."
        : null;

    protected override async Task OnParametersSetAsync()
    {
        policy = await Queries.GetAsync(Who, PolicyId, CancellationToken.None);
        if (policy is not Outcome<PolicyDetail>.Done { Value.Published: { } published })
        {
            return;
        }

        if (versions.Count == 0 || versions[0].Number != published.Number)
        {
            versions.Clear();
            await LoadOlder();
            devices = (await Fleet.GetAsync(CancellationToken.None)).Versions.ToDictionary(v => v.VersionId, v => v.Devices);
        }

        to = To ?? published.Number;
        from = From ?? to - 1;
        changes = (await Queries.CompareAsync(Who, PolicyId, from, to, CancellationToken.None)).Match<ChangeList?>(c => c, _ => null);
        pair = new WirePair(await NodesAsync(from), await NodesAsync(to));
    }

    private async Task<CompiledPolicy?> NodesAsync(int number) =>
        number == 0 ? CompiledPolicy.Empty
        : (await Queries.VersionAsync(Who, PolicyId, number, CancellationToken.None)).Match<CompiledPolicy?>(v => v.Nodes, _ => null);

    private async Task LoadOlder()
    {
        var page = await Queries.VersionsAsync(Who, PolicyId, versions.LastOrDefault()?.Number, PageSize, CancellationToken.None);
        if (page is Outcome<IReadOnlyList<VersionSummary>>.Done { Value: var older })
        {
            versions.AddRange(older);
            more = older.Count == PageSize && older[^1].Number > 1;
        }
    }

    private string Href(int from, int to, int? back = null) => $"policies/{PolicyId}/versions?from={from}&to={to}{(back is null ? "" : $"&back={back}")}{(Wire == 1 ? "&wire=1" : "")}";

    private void Pick(ChangeEventArgs picked, bool isFrom)
    {
        var number = int.Parse((string)picked.Value!, CultureInfo.InvariantCulture);
        Navigation.NavigateTo(isFrom ? Href(number, to) : Href(from, number));
    }

    private static string Name(int number) => number == 0 ? "Nothing" : $"Version {number}";

    private string Title(PolicyDetail detail) =>
        detail.Published is null ? $"{detail.Name}: versions"
        : from == 0 ? $"{detail.Name}: version {to}"
        : $"{detail.Name}: version {to} compared with {from}";

    private string StateSentence(PolicyDetail detail) =>
        detail.Published is not { } published ? "There is only the draft."
        : $"{Plural.Of(changes?.Changes.Count ?? 0, "setting")} differ{((changes?.Changes.Count ?? 0) == 1 ? "s" : "")}. Version {published.Number} is published{(devices.TryGetValue(published.VersionId, out var count) ? $"; {Plural.Of(count, "PC")} {(count == 1 ? "has" : "have")} it" : "")}.";

    private async Task RollBack()
    {
        if (Back is not { } target || WhyNotBack is not null)
        {
            return;
        }

        var request = new RollBackRequest { ToNumber = target, ExpectedCurrentNumber = Current, Reason = reason.Trim(), Confirmation = expected is null ? null : confirmation.Trim() };
        var outcome = await RollBackPolicy.ExecuteAsync(Who, PolicyId, request, CancellationToken.None);
        if (outcome is Outcome<PublishedVersion>.Done { Value: var version })
        {
            Navigation.NavigateTo($"policies/{PolicyId}/versions?from={Current}&to={version.Number}&done=1");
            return;
        }

        var failed = outcome.Match<Problem?>(_ => null, p => p);
        expected = (failed as ConfirmationMissing)?.ExpectedText ?? expected;
        problem = failed?.Message;
    }
}
