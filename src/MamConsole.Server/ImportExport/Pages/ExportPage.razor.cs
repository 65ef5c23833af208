using System.Globalization;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.ImportExport.Pages;

/// <summary>Exports a policy and shows which settings each format loses.</summary>
public sealed partial class ExportPage
{
    private Outcome<PolicyDetail>? policy;
    private Outcome<ValueList<ImportReportEntry>>? report;
    private IReadOnlyList<VersionSummary> versions = [];
    private int? number;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private PolicyQueries Queries { get; set; } = default!;

    [Inject]
    private ExportPolicy ExportPolicy { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string PolicyId { get; set; } = "";

    /// <summary>A version's number, or draft.</summary>
    [SupplyParameterFromQuery]
    private string? Version { get; set; }

    /// <summary>The kind of entries to show; null = all.</summary>
    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    private string VersionKey => number is { } n ? n.ToString(CultureInfo.InvariantCulture) : "draft";

    protected override async Task OnParametersSetAsync()
    {
        number = int.TryParse(Version, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : null;
        var found = await Queries.GetAsync(Who, PolicyId, CancellationToken.None);
        versions = (await Queries.VersionsAsync(Who, PolicyId, null, PolicyQueries.MaximumTake, CancellationToken.None)).Match(
            list => list,
            _ => []
        );
        report = (await ExportPolicy.ExecuteAsync(Who, PolicyId, ExportFormat.Intune, number, CancellationToken.None)).Match<
            Outcome<ValueList<ImportReportEntry>>
        >(file => file.Report.Entries, problem => problem);
        policy = found;
    }

    private void SelectVersion(ChangeEventArgs chosen) => Navigation.NavigateTo(Href($"{chosen.Value}", Show));

    private string File(string format) => $"policies/{PolicyId}/export/download?format={format}&version={VersionKey}";

    private string Href(string? version, string? show)
    {
        string?[] parts =
        [
            version is null or "draft" ? null : $"version={Uri.EscapeDataString(version)}",
            show is null ? null : $"show={show}",
        ];
        var query = string.Join('&', parts.Where(part => part is not null));
        return query.Length == 0 ? $"policies/{PolicyId}/export" : $"policies/{PolicyId}/export?{query}";
    }
}
