using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Versions;
using MamConsole.PolicyEngine.Versions.Impact;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Policies.Pages;

/// <summary>Shows what publishing the draft would change and for which PCs, and publishes it.</summary>
public sealed partial class PublishPage
{
    private Outcome<DraftReview>? review;
    private WirePair? wire;
    private int? audience;
    private readonly WrittenAcceptances accepted = new();
    private ImpactForecast? impact;
    private string reason = "";
    private string confirmation = "";
    private bool publishing;
    private Problem? problem;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private PolicyQueries Queries { get; set; } = default!;

    [Inject]
    private PublishPolicy PublishPolicy { get; set; } = default!;

    [Inject]
    private ImpactQueries Impact { get; set; } = default!;

    [Inject]
    private SaveDraft SaveDraft { get; set; } = default!;

    [Inject]
    private CountAudience CountAudience { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string PolicyId { get; set; } = "";

    private DraftReview? Draft => review is Outcome<DraftReview>.Done done ? done.Value : null;

    private int NextNumber => (Draft?.Policy.Published?.Number ?? 0) + 1;

    private bool IsDanger =>
        Draft?.Review.Findings.Any(f => f.Severity == Severity.Danger) == true || Draft?.RequiredConfirmation is not null;

    private bool NeedsReason => Draft is { } draft && !accepted.Cover(draft.Review);

    private string ActText => $"Publish version {NextNumber} to {Reach}";

    /// <summary>The number of PCs that get it, or "PCs" when they were not counted.</summary>
    private string Reach => audience is { } devices ? Plural.Of(devices, "PC") : "PCs";

    private bool CanPublish => DisabledReason is null && !publishing;

    /// <summary>Why the button is disabled, the most important reason first; null when it is enabled.</summary>
    private string? DisabledReason =>
        Draft is not { } draft ? "Loading."
        : Who.Lacks(Ability.PublishPolicies) is { } lacks ? lacks.Message
        : draft.Review.Worst == Severity.Block ? "A finding blocks publishing: see “Validation findings”."
        : draft.Changes.Changes.Count == 0 && draft.Policy.Published is not null ? "There are no changes to publish."
        : draft.RequiredConfirmation is { } expected && confirmation.Trim() != expected ? $"Type “{expected}” first."
        : NeedsReason && string.IsNullOrWhiteSpace(reason) ? "Enter a reason for accepting the warnings: one for all, or one for each."
        : null;

    protected override async Task OnParametersSetAsync()
    {
        review = await Queries.ReviewAsync(Who, PolicyId, CancellationToken.None);
        if (Draft is { } draft)
        {
            wire = new WirePair(draft.Policy.Published?.Nodes, draft.Nodes);
            impact = (await Impact.CountAsync(Who, PolicyId, VersionSelector.Draft, CancellationToken.None)).Match<ImpactForecast?>(
                counted => counted,
                _ => null
            );
            audience = (await CountAudience(draft.Policy.Draft.Assignment, PolicyId, CancellationToken.None))?.Devices;
        }
    }

    private string StateSentence(DraftReview draft)
    {
        var dangers = draft.Review.Findings.Count(f => f.Severity == Severity.Danger);
        var blocks = draft.Review.Findings.Count(f => f.Severity == Severity.Block);
        var changes = $"{Plural.Of(draft.Changes.Changes.Count, "change")} for {Reach}.";
        return blocks > 0 ? $"{changes} {Plural.Of(blocks, "problem")} {(blocks == 1 ? "blocks" : "block")} publishing."
            : dangers > 0
                ? $"{changes} {(dangers == 1 ? "One finding is" : $"{dangers} findings are")} dangerous and must be confirmed by typing."
            : NeedsReason ? $"{changes} There are warnings that require a reason."
            : $"{changes} No change is dangerous.";
    }

    private async Task SettleAsync(RemovalRemedy remedy)
    {
        if (Draft is { } draft)
        {
            problem = (
                await SaveDraft.ExecuteAsync(
                    Who,
                    PolicyId,
                    draft.Policy.DraftRevision,
                    remedy.ApplyTo(draft.Policy.Draft),
                    CancellationToken.None
                )
            ).Match<Problem?>(_ => null, p => p);
            await OnParametersSetAsync();
        }
    }

    private async Task Publish()
    {
        if (Draft is not { } draft || !CanPublish)
        {
            return;
        }

        publishing = true;
        var request = new PublishRequest
        {
            DraftRevision = draft.Policy.DraftRevision,
            Reason = reason.Trim(),
            AcceptedWarnings = accepted.Of(draft.Review),
            Confirmation = draft.RequiredConfirmation is null ? null : confirmation.Trim(),
        };
        var outcome = await PublishPolicy.ExecuteAsync(Who, PolicyId, request, CancellationToken.None);
        publishing = false;
        if (outcome is Outcome<PublishedVersion>.Done { Value: var version })
        {
            Navigation.NavigateTo($"policies/{PolicyId}/versions?from={draft.Policy.Published?.Number ?? 0}&to={version.Number}&done=1");
        }

        problem = outcome.Match<Problem?>(_ => null, p => p);
    }
}
