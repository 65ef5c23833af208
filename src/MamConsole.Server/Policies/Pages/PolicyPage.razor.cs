using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Versions;
using MamConsole.Server.Access;
using MamConsole.Server.ExchangeForecast;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies.Pages.Panels;
using MamConsole.Server.Secrets;
using MamConsole.Server.Ui;
using MamConsole.Server.Ui.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace MamConsole.Server.Policies.Pages;

/// <summary>The editor of a policy's draft, with its findings and its changes since the published version.</summary>
public sealed partial class PolicyPage : IAsyncDisposable
{
    /// <summary>Pages of the same policy that read the saved draft.</summary>
    private static readonly string[] Elsewhere = ["/publish", "/versions", "/exchange", "/export", "/who"];

    private Outcome<PolicyDetail>? policy;
    private DraftAutosave? autosave;
    private DraftReview? review;
    private EasPolicy exchange = EasPolicy.Empty;
    private FleetFacts? fleet;
    private AssignmentSettings? counted;
    private FormFindings form = FormFindings.None;
    private FormComments? comments;
    private PanelFrame frame = PanelFrame.Empty;
    private DraftSecrets? secrets;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private PolicyQueries Queries { get; set; } = default!;

    [Inject]
    private ExchangeQueries Exchange { get; set; } = default!;

    [Inject]
    private SecretStore SecretStore { get; set; } = default!;

    [Inject]
    private StoreSecret StoreSecret { get; set; } = default!;

    [Inject]
    private StorePfx StorePfx { get; set; } = default!;

    [Inject]
    private CountAudience CountAudience { get; set; } = default!;

    [Inject]
    private SaveDraft SaveDraft { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ILogger<PolicyPage> Logger { get; set; } = default!;

    [Parameter]
    public string PolicyId { get; set; } = "";

    /// <summary>The open area; null for the first one.</summary>
    [Parameter]
    public string? Area { get; set; }

    /// <summary>The open tab of the panel next to the form.</summary>
    [SupplyParameterFromQuery]
    private string? Panel { get; set; }

    /// <summary>The open action on the draft: rename, discard, or null.</summary>
    [SupplyParameterFromQuery]
    private string? Do { get; set; }

    private PolicyArea Current => PolicyAreas.All.FirstOrDefault(a => a.Key == Area) ?? PolicyAreas.All[0];

    private WrittenPolicy Draft => autosave!.Draft;

    private bool CanEdit => Who.Can(Ability.EditPolicies);

    private bool NotSaved => autosave is { State: SavingState.Failed or SavingState.Conflict };

    protected override async Task OnParametersSetAsync()
    {
        if (autosave?.PolicyId != PolicyId)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        if (autosave is { } old)
        {
            await old.DisposeAsync();
        }

        var outcome = await Queries.GetAsync(Who, PolicyId, CancellationToken.None);
        if (outcome is Outcome<PolicyDetail>.Done { Value: var detail })
        {
            var recorded = (await Exchange.CurrentAsync(Who, CancellationToken.None)).Match(r => r.Elements, _ => EasPolicy.Empty);
            var known = await SecretStore.KnownAsync(CancellationToken.None);
            await CountAsync(detail.Draft.Assignment);

            // An await that does not complete synchronously renders the page, so values that are shown together are set together without an
            // await in between.
            exchange = recorded;
            secrets = new DraftSecrets(StoreSecret, StorePfx, Who, known);
            autosave = new DraftAutosave(SaveDraft, Who, detail, Time, Logger) { Changed = () => _ = InvokeAsync(StateHasChanged) };
            Review(detail);
        }

        policy = outcome;
    }

    private async Task Change(WrittenPolicy draft)
    {
        autosave!.Change(draft);
        var detail = ((Outcome<PolicyDetail>.Done)policy!).Value;
        Review(detail);
        if (draft.Assignment != counted)
        {
            await CountAsync(draft.Assignment);
            Review(detail);
        }
    }

    /// <summary>Counts the PCs that the draft would reach. Of two concurrent counts, the later one applies.</summary>
    private async Task CountAsync(AssignmentSettings assignment)
    {
        counted = assignment;
        var facts = await CountAudience(assignment, PolicyId, CancellationToken.None);
        fleet = counted == assignment ? facts : fleet;
    }

    private Task Settle(RemovalRemedy remedy) => Change(remedy.ApplyTo(Draft));

    private async Task WriteComment(string field, string text)
    {
        await Change(Draft with { Comments = FieldComments.With(Draft.Comments, field, text) });
        StateHasChanged();
    }

    private void Review(PolicyDetail detail)
    {
        review = Queries.Review(Draft, detail, exchange, fleet, secrets?.Known);
        form = new FormFindings(review.Review.Findings, !CanEdit);
        comments = new FormComments(Draft.Comments, WriteComment);
        frame = new PanelFrame(
            detail.Published?.Document,
            detail.Published is { } p ? $"version {p.Number}" : "published",
            review.Nodes,
            Draft
        )
        {
            PolicyId = PolicyId,
            Exchange = exchange,
            Fleet = fleet,
            StorePfx = secrets is { } input ? input.StorePfxAsync : null,
        };
    }

    private string AreaHref(PolicyArea area) => $"policies/{PolicyId}/{area.Key}{(Panel is null ? "" : $"?panel={Panel}")}";

    private string StateSentence(PolicyDetail detail)
    {
        var states = PolicyAreas.All.Select(a => AreaState.Of(a, Draft, review!.Review.Findings).Kind).ToArray();
        var ready = states.Count(k => k == StatusKind.Ready);
        var used = states.Count(k => k != StatusKind.Unknown);
        var blocks = review!.Review.Findings.Count(f => f.Severity == Severity.Block);
        var warnings = review.Review.Findings.Count(f => f.Severity is Severity.Warn or Severity.Danger);
        string?[] parts =
        [
            used == 0 ? "Nothing is set yet" : $"{ready} of {Plural.Of(used, "area")} in use {(ready == 1 ? "is" : "are")} ready",
            blocks > 0 ? $"{Plural.Of(blocks, "problem")} {(blocks == 1 ? "blocks" : "block")} publishing" : null,
            warnings > 0 ? Plural.Of(warnings, "warning") : null,
        ];
        return string.Join("; ", parts.Where(p => p is not null))
            + (detail.Published is { } published ? $". Version {published.Number} is published." : ". Not published yet.");
    }

    private async Task ConfirmNavigation(LocationChangingContext navigation)
    {
        var stays =
            new Uri(new Uri(Navigation.BaseUri), navigation.TargetLocation).AbsolutePath.StartsWith(
                $"/policies/{PolicyId}",
                StringComparison.Ordinal
            ) && !Array.Exists(Elsewhere, page => navigation.TargetLocation.Contains(page, StringComparison.Ordinal));
        if (
            !stays
            && NotSaved
            && !await Script.InvokeAsync<bool>("mamConsole.confirm", "Your last changes are not saved. Leave this page and discard them?")
        )
        {
            navigation.PreventNavigation();
        }
        else if (!stays && autosave is not null)
        {
            // The next page (publish, versions, Exchange) must show the latest changes.
            await autosave.SaveAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (autosave is not null)
        {
            await autosave.DisposeAsync();
        }
    }
}
