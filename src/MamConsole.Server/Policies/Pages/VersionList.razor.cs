using MamConsole.Server.Access;
using MamConsole.Server.Policies.History;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Policies.Pages;

/// <summary>See the markup.</summary>
public sealed partial class VersionList
{
    private IReadOnlyList<VersionComment> comments = [];
    private (int From, int To) read;
    private string typed = "";
    private string? problem;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private CommentQueries Comments { get; set; } = default!;

    [Inject]
    private CommentOnVersion CommentOnVersion { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter, EditorRequired]
    public PolicyDetail Policy { get; set; } = default!;

    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<VersionSummary> Versions { get; set; } = [];

    /// <summary>The number of PCs by the version that they acknowledged.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<long, long> Devices { get; set; } = default!;

    /// <summary>The compared versions.</summary>
    [Parameter, EditorRequired]
    public VersionSelector From { get; set; }

    [Parameter, EditorRequired]
    public VersionSelector To { get; set; }

    /// <summary>The URL of another comparison.</summary>
    [Parameter, EditorRequired]
    public Func<VersionSelector, VersionSelector, string> Href { get; set; } = default!;

    /// <summary>The version with an open comment form; null when there is none.</summary>
    [Parameter]
    public int? CommentOn { get; set; }

    private int Current => Policy.Published?.Number ?? 0;

    private bool HasChanges => Policy.Draft != Policy.Published?.Document;

    protected override async Task OnParametersSetAsync()
    {
        if (Versions.Count > 0 && read != (Versions[^1].Number, Versions[0].Number))
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        read = (Versions[^1].Number, Versions[0].Number);
        comments = (await Comments.OfVersionsAsync(Who, Policy.PolicyId, read.From, read.To, CancellationToken.None)).Match(
            comments => comments,
            _ => []
        );
    }

    private async Task CommentAsync(int number)
    {
        problem = (
            await CommentOnVersion.ExecuteAsync(Who, new VersionRef(Policy.PolicyId, number), typed, CancellationToken.None)
        ).Match<string?>(_ => null, failed => failed.Message);
        if (problem is null)
        {
            typed = "";
            await ReadAsync();
            Navigation.NavigateTo(Href(From, To));
        }
    }
}
