using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Sessions.Pages;

/// <summary>Shows a recorded session, message by message.</summary>
public sealed partial class SessionDetailPage
{
    /// <summary>Further exchanges are contained in the export only, because a page of thousands of lines is not useful.</summary>
    private const int Shown = 40;
    private const int Others = 8;
    private Outcome<SessionDetail>? outcome;
    private IReadOnlyList<SessionRow> others = [];
    private string? firstBad;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private SessionQueries Queries { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string DeviceId { get; set; } = "";

    [Parameter]
    public string SessionRecordId { get; set; } = "";

    /// <summary>1 = the XML of each message is open.</summary>
    [SupplyParameterFromQuery]
    private int? Wire { get; set; }

    private string Here => Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    protected override async Task OnParametersSetAsync()
    {
        outcome = await Queries.GetAsync(Who, DeviceId, SessionRecordId, CancellationToken.None);
        var newest = await Queries.ListAsync(Who, DeviceId, null, Others, CancellationToken.None);
        others = newest is Outcome<SessionPage>.Done { Value.Rows: var rows } ? rows : [];
        firstBad = outcome is Outcome<SessionDetail>.Done { Value: var session } ? FirstBad(session) : null;
    }

    /// <summary>The element id of the first line that was rejected or differs.</summary>
    private static string? FirstBad(SessionDetail session) =>
        session
            .Exchanges.Take(Shown)
            .SelectMany(e => e.Message.Lines.Select((line, i) => (line, Id: TranscriptColumn.LineId($"pc-{e.Number}", i))))
            .FirstOrDefault(l => l.line.Mark == LineMark.Bad)
            .Id;

    private static string MessageHead(SessionExchange exchange) =>
        exchange.Kind switch
        {
            "repeat" => $"message {exchange.MessageId} (repeated)",
            "outOfPlace" => $"message {exchange.MessageId}, outside of an open session",
            _ when exchange.AfterMilliseconds is { } after =>
                $"message {exchange.MessageId} · {SessionSummary.Duration(TimeSpan.FromMilliseconds(after))} later",
            _ => $"message {exchange.MessageId}",
        };

    private static string AnswerHead(SessionExchange exchange) =>
        $"response · {SessionSummary.Duration(TimeSpan.FromMilliseconds(exchange.DurationMilliseconds))} "
        + $"later{(exchange.Status == 200 ? "" : $" · HTTP {exchange.Status}")}";
}
