using MamConsole.Server.Access;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.HelpDesk.Pages;

/// <summary>What did we ask and what did it say?</summary>
public sealed partial class ConversationDetailPage
{
    /// <summary>More exchanges are in the export only: a page of thousands of lines helps nobody.</summary>
    private const int Shown = 40;
    private const int Others = 8;
    private Outcome<ConversationDetail>? conversation;
    private IReadOnlyList<ConversationRow> others = [];
    private string? firstBad;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private ConversationQueries Queries { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string DeviceId { get; set; } = "";

    [Parameter]
    public string ConversationId { get; set; } = "";

    /// <summary>1 = with the XML of each message opened.</summary>
    [SupplyParameterFromQuery]
    private int? Wire { get; set; }

    private string Here => Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    protected override async Task OnParametersSetAsync()
    {
        conversation = await Queries.GetAsync(Who, DeviceId, ConversationId, CancellationToken.None);
        var newest = await Queries.ListAsync(Who, DeviceId, null, Others, CancellationToken.None);
        others = newest is Outcome<ConversationPage>.Done { Value.Rows: var rows } ? rows : [];
        firstBad = conversation is Outcome<ConversationDetail>.Done { Value: var talk } ? FirstBad(talk) : null;
    }

    /// <summary>The element of the first line that was refused or differs.</summary>
    private static string? FirstBad(ConversationDetail talk) =>
        talk
            .Exchanges.Take(Shown)
            .SelectMany(e => e.Message.Lines.Select((line, i) => (line, Id: TalkSide.LineId($"pc-{e.Number}", i))))
            .FirstOrDefault(l => l.line.Mark == LineMark.Bad)
            .Id;

    private static string MessageHead(ConversationExchange exchange) =>
        exchange.Kind switch
        {
            "repeat" => $"message {exchange.MessageId} once more",
            "outOfPlace" => $"message {exchange.MessageId}, of no session that is open",
            _ when exchange.AfterMilliseconds is { } after =>
                $"message {exchange.MessageId} · {ConversationSummary.Duration(TimeSpan.FromMilliseconds(after))} later",
            _ => $"message {exchange.MessageId}",
        };

    private static string AnswerHead(ConversationExchange exchange) =>
        $"answer · {ConversationSummary.Duration(TimeSpan.FromMilliseconds(exchange.TookMilliseconds))} later{(exchange.Status == 200 ? "" : $" · HTTP {exchange.Status}")}";
}
