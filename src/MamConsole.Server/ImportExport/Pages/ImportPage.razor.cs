using System.Globalization;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace MamConsole.Server.ImportExport.Pages;

/// <summary>Analyzes a file, reports the result for each property, and creates a policy from it on request.</summary>
public sealed partial class ImportPage
{
    private ReadOnlyMemory<byte> file;
    private string fileName = "";
    private bool exempt;
    private ImportResult? result;
    private ValueList<FileFault> faults = [];
    private string? problem;
    private string name = "";
    private string? nameProblem;
    private int named = -1;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private ImportPolicy ImportPolicy { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    /// <summary>The kind of entries to show; null = all.</summary>
    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    /// <summary>The index of the policy in the file, from 0.</summary>
    [SupplyParameterFromQuery(Name = "item")]
    private int? Item_ { get; set; }

    private int Chosen => result is null ? 0 : Math.Clamp(Item_ ?? 0, 0, result.Policies.Count - 1);

    private ImportedItem? Item => result?.Policies[Chosen];

    private string StateSentence =>
        Item is not { } item
            ? "Choose a file to see the result for each of its properties. Nothing is stored until you create the draft."
            : $"{Plural.Of(item.Imported + item.Inverted + item.Repaired, "property", "properties")} imported, {item.Dropped} dropped"
                + (
                    item.Findings.Count(f => f.Severity == Severity.Block) is > 0 and var blocks
                        ? $"; {Plural.Of(blocks, "problem")} to correct before it can be published."
                        : "."
                );

    protected override void OnParametersSet()
    {
        if (Item is { } item && named != Chosen)
        {
            (name, named) = (item.Name, Chosen);
        }
    }

    private async Task ReadFileAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > SourceText.MaximumBytes)
        {
            Reject("That file is larger than 1 MB: it is not a policy.");
            return;
        }

        await using var content = chosen.File.OpenReadStream(SourceText.MaximumBytes);
        await ReadAsync(content, chosen.File.Name);
    }

    private async Task ReadPastedAsync()
    {
        await using var text = await Script.InvokeAsync<IJSStreamReference>("mamConsole.textOf", "pasted");
        if (text.Length > SourceText.MaximumBytes)
        {
            Reject("That text is longer than 1 MB: it is not a policy.");
            return;
        }

        await using var content = await text.OpenReadStreamAsync(SourceText.MaximumBytes);
        await ReadAsync(content, "");
    }

    private async Task ReadAsync(Stream content, string from)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        (file, fileName) = (bytes.ToArray(), from);
        await LookAsync();
    }

    private async Task ChooseListAsync(ChangeEventArgs chosen)
    {
        exempt = chosen.Value is "exempt";
        if (result is not null)
        {
            await LookAsync();
        }
    }

    private async Task LookAsync()
    {
        var outcome = await ImportPolicy.ExecuteAsync(Who, Request(), CancellationToken.None);
        result = outcome.Match<ImportResult?>(found => found, _ => null);
        faults = outcome.Match(_ => [], failed => (failed as ImportRejected)?.Faults ?? []);
        problem = outcome.Match<string?>(_ => null, failed => failed.Message);
        (named, nameProblem) = (-1, null);
        OnParametersSet();
    }

    private async Task CreateAsync()
    {
        var outcome = await ImportPolicy.ExecuteAsync(
            Who,
            Request() with
            {
                Commit = true,
                Name = name,
                Item = Chosen,
            },
            CancellationToken.None
        );
        nameProblem = outcome.Match<string?>(_ => null, failed => failed.Message);
        if (outcome is Outcome<ImportResult>.Done { Value.PolicyId: { } policyId })
        {
            Navigation.NavigateTo($"policies/{policyId}/assignment");
        }
    }

    private ImportRequest Request() =>
        new()
        {
            File = file,
            FileName = fileName,
            ExemptApps = exempt,
        };

    private void Reject(string reason) => (result, faults, problem) = (null, [], reason);

    private static string Href(string? show, int? item)
    {
        string?[] parts =
        [
            show is null ? null : $"show={show}",
            item is > 0 ? string.Create(CultureInfo.InvariantCulture, $"item={item}") : null,
        ];
        var query = string.Join('&', parts.Where(part => part is not null));
        return query.Length == 0 ? "policies/import" : $"policies/import?{query}";
    }

    private static string SourceWords(ImportSource source) =>
        source switch
        {
            ImportSource.PolicyFile => "A policy file of MamConsole.",
            ImportSource.IntuneMam => "Intune’s policy for PCs without enrollment.",
            ImportSource.IntuneMdm => "Intune’s policy for enrolled PCs.",
            _ => "An AppLocker policy.",
        };
}
