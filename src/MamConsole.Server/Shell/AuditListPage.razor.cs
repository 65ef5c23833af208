using System.Globalization;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Shell;

/// <summary>Lists the events of the audit trail.</summary>
public sealed partial class AuditListPage
{
    private const int PageSize = 100;
    private Outcome<AuditPage>? page;
    private string words = "";

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private AuditQueries Queries { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Text { get; set; }

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private string? Actor { get; set; }

    [SupplyParameterFromQuery]
    private string? Subject { get; set; }

    [SupplyParameterFromQuery]
    private long? Before { get; set; }

    private SubjectKind? KindFilter =>
        Enum.TryParse<SubjectKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    protected override async Task OnParametersSetAsync()
    {
        words = Text ?? "";
        var filter = new AuditFilter
        {
            Text = Text,
            SubjectKind = KindFilter,
            ActorId = Actor,
            SubjectId = Subject,
            Before = Before,
            Take = PageSize,
        };
        page = await Queries.PageAsync(Who, filter, CancellationToken.None);
    }

    private void Find() => Navigation.NavigateTo(Address(words.Trim(), Kind, Actor, null));

    private string Href(long? before = null, string? actor = null) => Address(Text, Kind, actor ?? Actor, before);

    private string Href(string? kind) => Address(Text, kind, Actor, null);

    private string Address(string? text, string? kind, string? actor, long? before)
    {
        var parts = new[]
        {
            ("text", text),
            ("kind", kind),
            ("actor", actor),
            ("subject", Subject),
            ("before", before?.ToString(CultureInfo.InvariantCulture)),
        }
            .Where(p => !string.IsNullOrEmpty(p.Item2))
            .Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        var query = string.Join('&', parts);
        return query.Length == 0 ? "audit" : $"audit?{query}";
    }
}
