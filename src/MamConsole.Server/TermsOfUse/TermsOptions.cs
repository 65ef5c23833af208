namespace MamConsole.Server.TermsOfUse;

/// <summary>The server's behavior where the specifications leave the terms page open (section <c>TermsOfUse</c>).</summary>
internal sealed record TermsOptions
{
    /// <summary>
    /// The hosts of <c>ms-appx-web://host/…</c> to which an answer may be redirected. The documented sample contains the vendor's own app;
    /// the default is the broker that signs people in on Windows.
    /// </summary>
    public IReadOnlyList<string> RedirectHosts { get; init; } = ["Microsoft.AAD.BrokerPlugin"];

    /// <summary>
    /// The sources that may embed the page, in the syntax of CSP's frame-ancestors. The host of the page on Windows 11 is not documented.
    /// <c>*</c> alone does not match apps, because it covers only network schemes.
    /// </summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = ["*", "ms-appx-web:", "ms-appx:"];

    /// <summary>Reads the section. The values were validated when the server started.</summary>
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
