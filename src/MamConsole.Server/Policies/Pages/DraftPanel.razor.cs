using System.Collections.Immutable;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Policies.Pages;

/// <summary>See the markup.</summary>
public sealed partial class DraftPanel
{
    /// <summary>The maximum number of findings shown; an invalid list of thousands of rows would delay every keystroke.</summary>
    private const int MaximumFindings = 100;

    private ImmutableArray<Finding> findings = [];
    private ImmutableArray<Change> changes = [];
    private ValueList<Removal> removals = [];
    private IReadOnlyList<IGrouping<string, Statement>> statements = [];
    private DraftReview review = default!;

    [CascadingParameter]
    private DraftReview Review { get; set; } = default!;

    [Parameter, EditorRequired]
    public WrittenPolicy Draft { get; set; } = default!;

    /// <summary>The open area; its sentences are shown first.</summary>
    [Parameter, EditorRequired]
    public string Area { get; set; } = "";

    [Parameter, EditorRequired]
    public string Tab { get; set; } = "does";

    /// <summary>Sets an explicit value in the draft where removing the setting would not undo it on PCs.</summary>
    [Parameter]
    public EventCallback<RemovalRemedy> Settle { get; set; }

    private IReadOnlyList<TabLink> Tabs =>
        [
            new("does", "What this does", Href("does")),
            new("wrong", "What is wrong", Href("wrong"), findings.Length),
            new("wire", "SyncML", Href("wire")),
            new("compared", "Compared", Href("compared"), review.Policy.Published is null ? null : changes.Length),
        ];

    protected override void OnParametersSet()
    {
        review = Review;
        findings = review.Review.Findings;
        removals = review.Policy.Published is null ? [] : review.Changes.Removals;
        changes = [.. review.Policy.Published is null ? [] : review.Changes.Changes];
        statements =
        [
            .. PolicyWords.Describe(Draft).GroupBy(s => s.Area).OrderByDescending(g => PolicyAreas.At(g.First().Field)?.Key == Area),
        ];
    }

    private string Href(string tab) => $"policies/{review.Policy.PolicyId}/{Area}?panel={tab}";

    private static StatusKind Mark(Severity severity) =>
        severity switch
        {
            Severity.Block or Severity.Danger => StatusKind.Failed,
            Severity.Warn => StatusKind.Attention,
            _ => StatusKind.Unknown,
        };

    private static string Word(Severity severity) =>
        severity switch
        {
            Severity.Block => "Blocks publishing",
            Severity.Danger => "Danger",
            Severity.Warn => "Warning",
            _ => "Note",
        };
}
