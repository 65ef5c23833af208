using System.Collections.Immutable;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.NetworkBoundary;

/// <summary>
/// A starter set for the network boundary: the hosts of Microsoft 365 that contain only one organization's work data
/// (docs/reference/wip-authoring.md §6). Hosts that people also use privately are omitted and listed separately, because private mail and
/// files would count as work.
/// </summary>
/// <param name="Cloud">Cloud resources.</param>
/// <param name="Neutral">Sign-in pages.</param>
public sealed record MicrosoftStarterSet(ImmutableArray<StarterHost> Cloud, ImmutableArray<StarterHost> Neutral)
{
    private const string SharedHosts = "shared by all organizations, work only";

    /// <summary>The suffix that SharePoint appends to the short name.</summary>
    private static readonly string[] SiteEnds = ["-my", "-files", "-admin"];

    /// <summary>Hosts that may contain private data as well; administrators can add them manually.</summary>
    public static readonly ImmutableArray<StarterHost> LeftOut =
    [
        new("outlook.office.com", "Outlook on the web: people open private mailboxes there too"),
        new("outlook.office365.com", "Outlook on the web, people open private mailboxes there too"),
        new("officeapps.live.com", "Office on the web: it opens private files too"),
    ];

    /// <summary>
    /// Returns the short name from entered text: <c>contoso</c>, <c>contoso.onmicrosoft.com</c>,
    /// <c>https://contoso-my.sharepoint.com/…</c>; null when there is none.
    /// </summary>
    public static string? ShortName(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Trim().ToLowerInvariant();
        text = text.StartsWith("https://", StringComparison.Ordinal) ? text[8..] : text;
        var host = text.Split('/', 2)[0];
        var name = host.Split('.', 2)[0];
        if (host.EndsWith(".sharepoint.com", StringComparison.Ordinal))
        {
            name = Array.Find(SiteEnds, end => name.EndsWith(end, StringComparison.Ordinal)) is { } end ? name[..^end.Length] : name;
        }
        else if (host.Contains('.', StringComparison.Ordinal) && !host.EndsWith(".onmicrosoft.com", StringComparison.Ordinal))
        {
            return null;
        }

        return HostName.TryParse($"{name}-files.sharepoint.com", out _, out _) && name.Length > 0 ? name : null;
    }

    /// <param name="shortName">The result of <see cref="ShortName"/>.</param>
    public static MicrosoftStarterSet For(string shortName) =>
        new(
            [
                new($"{shortName}.sharepoint.com", "SharePoint and Teams files"),
                new($"{shortName}-my.sharepoint.com", "OneDrive for work"),
                new($"{shortName}-files.sharepoint.com", "files of SharePoint"),
                new("tasks.office.com", $"Planner, {SharedHosts}"),
                new("protection.office.com", $"Security and compliance, {SharedHosts}"),
                new("meet.lync.com", $"Skype for Business, {SharedHosts}"),
                new("teams.microsoft.com", $"Teams, {SharedHosts}"),
                new("www.yammer.com", $"Viva Engage, {SharedHosts}"),
                new("yammer.com", $"Viva Engage, {SharedHosts}"),
                new("persona.yammer.com", $"Viva Engage, {SharedHosts}"),
                new("attachments.office.net", "attachments of web mail"),
                new($"{shortName}.crm.dynamics.com", "Dynamics"),
                new($"{shortName}.visualstudio.com", "Azure DevOps"),
                new($"{shortName}.powerbi.com", "Power BI"),
            ],
            [new("login.microsoftonline.com", "sign-in"), new("login.windows.net", "sign-in")]
        );

    /// <summary>Returns the network boundary with the missing hosts of the set added. Existing rows are unchanged.</summary>
    /// <param name="boundary">The network boundary.</param>
    /// <param name="added">The number of added rows.</param>
    public NetworkBoundarySettings AddTo(NetworkBoundarySettings boundary, out int added)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        var cloud = boundary.CloudResources.Select(row => row.Host.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var neutral = boundary.NeutralResources.Select(host => host.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var newCloud = Cloud.Where(one => cloud.Add(one.Host)).Select(one => new CloudResource { Host = one.Host }).ToArray();
        var newNeutral = Neutral.Select(one => one.Host).Where(neutral.Add).ToArray();
        added = newCloud.Length + newNeutral.Length;
        return boundary with
        {
            CloudResources = boundary.CloudResources.AddRange(newCloud),
            NeutralResources = boundary.NeutralResources.AddRange(newNeutral),
        };
    }
}
