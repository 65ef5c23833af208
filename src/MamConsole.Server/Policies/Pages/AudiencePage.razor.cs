using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.PolicyAudiences;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Policies.Pages;

/// <summary>Lists the PCs that get this policy, and the PCs that match it but get another.</summary>
public sealed partial class AudiencePage
{
    private const int PageSize = 50;
    private Outcome<PolicyAudiencePage>? audience;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private AudienceQueries Queries { get; set; } = default!;

    [Parameter]
    public string PolicyId { get; set; } = "";

    /// <summary>draft = the saved draft; otherwise the published version, if there is one.</summary>
    [SupplyParameterFromQuery]
    private string? Of { get; set; }

    /// <summary>elsewhere = the PCs that match but get another policy.</summary>
    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    private AudienceView Shown =>
        Enum.TryParse<AudienceView>(Show, ignoreCase: true, out var show) && Enum.IsDefined(show) ? show : AudienceView.Getting;

    protected override async Task OnParametersSetAsync() =>
        audience = await Queries.GetAsync(
            Who,
            PolicyId,
            new AudienceRequest
            {
                Of = Enum.TryParse<AudienceSource>(Of, ignoreCase: true, out var of) && Enum.IsDefined(of) ? of : null,
                Show = Shown,
                After = After,
                Take = PageSize,
            },
            CancellationToken.None
        );

    private string Href(AudienceSource of, AudienceView show, string? after = null)
    {
        string?[] parts =
        [
            of == AudienceSource.Draft ? "of=draft" : null,
            show == AudienceView.Elsewhere ? "show=elsewhere" : null,
            after is null ? null : $"after={after}",
        ];
        var query = string.Join('&', parts.Where(p => p is not null));
        return $"policies/{PolicyId}/who{(query.Length == 0 ? "" : "?" + query)}";
    }

    private static string StateSentence(PolicyAudiencePage who)
    {
        var which = who.Of == AudienceSource.Draft ? "If the draft were published now" : $"Version {who.Number}";
        var rest =
            who.Elsewhere == 0
                ? ""
                : $" {Plural.Of(who.Elsewhere, "PC")} {(who.Elsewhere == 1 ? "matches" : "match")} too, but "
                    + $"{(who.Elsewhere == 1 ? "gets" : "get")} another policy.";
        return $"{which}: {who.Words}; priority {who.Priority}. {Plural.Of(who.Getting, "PC")} "
            + $"{(who.Getting == 1 ? "gets" : "get")} "
            + $"it.{rest}";
    }
}
