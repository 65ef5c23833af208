namespace MamConsole.Server.TermsOfUse;

/// <summary>Where the sources leave the terms page open (section <c>TermsOfUse</c>).</summary>
internal sealed record TermsOptions
{
    /// <summary>
    /// The hosts of <c>ms-appx-web://host/…</c> that an answer may go to. The documented sample names the vendor's own app; this is the
    /// broker that
    /// signs people in on Windows.
    /// </summary>
    public IReadOnlyList<string> RedirectHosts { get; init; } = ["Microsoft.AAD.BrokerPlugin"];

    /// <summary>
    /// Who may frame the page, as sources of CSP's frame-ancestors. What hosts it on Windows 11 is not documented. <c>*</c> alone would
    /// leave out
    /// apps, whose schemes are none of the network's.
    /// </summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = ["*", "ms-appx-web:", "ms-appx:"];

    /// <summary>The values were checked when the server started.</summary>
    public static TermsOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("TermsOfUse");
        var defaults = new TermsOptions();
        return new TermsOptions
        {
            RedirectHosts = List(section.GetSection("RedirectHosts")) ?? defaults.RedirectHosts,
            FrameAncestors = List(section.GetSection("FrameAncestors")) ?? defaults.FrameAncestors,
        };
    }

    private static string[]? List(IConfigurationSection section) =>
        section.GetChildren().Select(item => item.Value).OfType<string>().ToArray() is { Length: > 0 } given ? given : null;
}
