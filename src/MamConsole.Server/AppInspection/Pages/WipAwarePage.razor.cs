using MamConsole.PolicyEngine.ProgramFiles;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace MamConsole.Server.AppInspection.Pages;

/// <summary>Inspects a program file for its WIP mark and explains how developers add the mark.</summary>
public sealed partial class WipAwarePage : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private IReadOnlyList<PolicyListItem> policies = [];
    private ProgramFile? found;
    private string fileName = "";
    private string? problem;
    private bool busy;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private CheckProgramFile Check { get; set; } = default!;

    [Inject]
    private PolicyQueries Queries { get; set; } = default!;

    private string StateSentence =>
        found is null
            ? "Without enrollment in MDM, Windows protects work data only in WIP-aware (enlightened) apps. A program file contains "
                + "this information."
            : $"{fileName}: {ProgramWords.Mark(found).Word}.";

    protected override async Task OnInitializedAsync() =>
        policies = (await Queries.ListAsync(Who, disposal.Token)).Match(items => items, _ => []);

    private async Task CheckAsync(InputFileChangeEventArgs chosen)
    {
        (found, problem, fileName) = (null, null, chosen.File.Name);
        if (chosen.File.Size > ProgramFileReader.MaximumBytes)
        {
            problem = "That file is larger than 64 MB. Check the .exe file that people start, not its installer.";
            return;
        }

        busy = true;
        try
        {
            await using var content = chosen.File.OpenReadStream(ProgramFileReader.MaximumBytes, disposal.Token);
            var outcome = await Check.ExecuteAsync(Who, content, disposal.Token);
            found = outcome.Match<ProgramFile?>(program => program.Program, _ => null);
            problem = outcome.Match<string?>(_ => null, failed => failed is BodyInvalid invalid ? invalid.Reason : failed.Message);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the connection of the browser was lost during the upload: no caller waits for the result.
            problem = "The upload was incomplete. Try again.";
        }
        finally
        {
            busy = false;
        }
    }

    private static string TextOrUnknown(string text) => text.Length > 0 ? text : "not specified";

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }
}
