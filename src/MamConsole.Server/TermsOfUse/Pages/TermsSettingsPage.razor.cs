using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.TermsOfUse.Pages;

/// <summary>What do people accept before they enroll, and do they have to?</summary>
public sealed partial class TermsSettingsPage
{
    private const int VersionsOnAPage = 20;

    private Outcome<TermsVersion>? current;
    private Outcome<TermsVersion>? older;
    private Outcome<TermsHistory>? history;
    private TermsVersion? edited;
    private string text = "";
    private bool required;
    private bool publishing;
    private string? problem;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private TermsQueries Queries { get; set; } = default!;

    [Inject]
    private PublishTerms PublishTerms { get; set; } = default!;

    [Inject]
    private PublicAddress Server { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>An older version to read.</summary>
    [SupplyParameterFromQuery]
    private int? Version { get; set; }

    /// <summary>The version that was just published.</summary>
    [SupplyParameterFromQuery]
    private int? Done { get; set; }

    /// <summary>The page of the versions' list.</summary>
    [SupplyParameterFromQuery]
    private int? Before { get; set; }

    private bool CanEdit => Who.Lacks(Ability.ManageSettings) is null;

    private Uri Address => new(Server.Value, "/mam/terms");

    protected override async Task OnParametersSetAsync()
    {
        current = await Queries.CurrentAsync(Who, CancellationToken.None);
        history = await Queries.ListAsync(Who, Before, VersionsOnAPage, CancellationToken.None);
        older = Version is { } number ? await Queries.GetAsync(Who, number, CancellationToken.None) : null;

        // What is being typed stays, whatever else on the page is looked at meanwhile.
        if (current is Outcome<TermsVersion>.Done { Value: var terms } && edited is null)
        {
            Edit(terms);
        }
    }

    private void Edit(TermsVersion terms) => (edited, text, required) = (terms, terms.Text, terms.Required);

    private static string StateSentence(TermsVersion terms) =>
        terms.Number == 0 ? "There are none: nobody is shown anything before a work account is added."
        : !terms.IsShown ? "They were withdrawn: nobody is shown anything before a work account is added."
        : terms.Required ? $"Version {terms.Number} is in force; nobody enrolls without accepting it."
        : $"Version {terms.Number} is in force; who was not shown it can enroll all the same.";

    /// <summary>What keeps the button from working, the most final first.</summary>
    private string? DisabledReason(TermsVersion terms) =>
        Who.Lacks(Ability.ManageSettings) is { } lacks ? lacks.Message
        : publishing ? "Publishing."
        : text.ReplaceLineEndings("\n").Trim() == terms.Text && required == terms.Required
            ? $"This is what {(terms.Number == 0 ? "holds" : $"version {terms.Number} says")} already."
        : required && string.IsNullOrWhiteSpace(text) ? "Nobody can accept an empty text: write one first."
        : null;

    private async Task Publish()
    {
        if (edited is not { } start || publishing || DisabledReason(start) is not null)
        {
            return;
        }

        publishing = true;
        var outcome = await PublishTerms.ExecuteAsync(Who, start.Number, new NewTerms(text, required), CancellationToken.None);
        publishing = false;
        problem = outcome.Match<string?>(_ => null, p => p.Message);
        if (outcome is Outcome<TermsVersion>.Done { Value: var published })
        {
            Edit(published);
            Navigation.NavigateTo($"settings/terms?done={published.Number}");
        }
    }
}
