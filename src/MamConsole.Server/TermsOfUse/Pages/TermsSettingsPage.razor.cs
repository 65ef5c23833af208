using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.TermsOfUse.Pages;

/// <summary>The page on which owners write and publish the terms of use.</summary>
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

    /// <summary>The number of an earlier version to show.</summary>
    [SupplyParameterFromQuery]
    private int? Version { get; set; }

    /// <summary>The version that was just published.</summary>
    [SupplyParameterFromQuery]
    private int? Done { get; set; }

    /// <summary>The start of the page in the list of versions.</summary>
    [SupplyParameterFromQuery]
    private int? Before { get; set; }

    private bool CanEdit => Who.Lacks(Ability.ManageSettings) is null;

    private Uri Address => new(Server.Value, "/mam/terms");

    protected override async Task OnParametersSetAsync()
    {
        current = await Queries.CurrentAsync(Who, CancellationToken.None);
        history = await Queries.ListAsync(Who, Before, VersionsOnAPage, CancellationToken.None);
        older = Version is { } number ? await Queries.GetAsync(Who, number, CancellationToken.None) : null;

        // The entered text remains while other versions or pages of the list are shown.
        if (current is Outcome<TermsVersion>.Done { Value: var terms } && edited is null)
        {
            Edit(terms);
        }
    }

    private void Edit(TermsVersion terms) => (edited, text, required) = (terms, terms.Text, terms.Required);

    private static string StateSentence(TermsVersion terms) =>
        terms.Number == 0 ? "No terms of use have been published: none are shown before a work account is added."
        : !terms.IsShown ? "The terms of use have been withdrawn: none are shown before a work account is added."
        : terms.Required ? $"Version {terms.Number} is in effect; acceptance is required to enroll."
        : $"Version {terms.Number} is in effect; enrollment without acceptance is allowed.";

    /// <summary>Why the Publish button is disabled, the most fundamental reason first; null when it is enabled.</summary>
    private string? DisabledReason(TermsVersion terms) =>
        Who.Lacks(Ability.ManageSettings) is { } lacks ? lacks.Message
        : publishing ? "Publishing."
        : text.ReplaceLineEndings("\n").Trim() == terms.Text && required == terms.Required
            ? terms.Number == 0 ? "Enter a text first."
                : $"The text and the setting are the same as in version {terms.Number}."
        : required && string.IsNullOrWhiteSpace(text) ? "An empty text cannot be accepted. Enter a text first."
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
