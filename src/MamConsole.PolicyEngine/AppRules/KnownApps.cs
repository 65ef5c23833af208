using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Finds entries of the catalog.</summary>
public static class KnownApps
{
    /// <summary>The publisher of Microsoft's packages.</summary>
    public const string PackagedPublisher = "CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US";

    /// <summary>The publisher of Microsoft's programs.</summary>
    public const string DesktopPublisher = "O=MICROSOFT CORPORATION, L=REDMOND, S=WASHINGTON, C=US";

    /// <summary>All entries of the catalog.</summary>
    public static readonly ImmutableArray<KnownApp> All = AppCatalogue.Apps;

    private static readonly FrozenDictionary<string, KnownApp> Packages = All.Where(app => app.Rule is AppRule.StoreApp)
        .ToFrozenDictionary(app => ((AppRule.StoreApp)app.Rule).PackageName, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, KnownApp[]> Programs = All.Where(app => app.Rule is AppRule.DesktopApp)
        .GroupBy(app => ((AppRule.DesktopApp)app.Rule).Binary, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Returns the known app that a row matches, whatever its versions, and false for a row that matches more than one app.
    /// </summary>
    public static bool TryFind(AppRule rule, [NotNullWhen(true)] out KnownApp? app)
    {
        ArgumentNullException.ThrowIfNull(rule);
        app = rule.Match(
            store => Packages.GetValueOrDefault(store.PackageName.Trim()),
            desktop => Program(desktop.Binary, desktop.Product),
            file => Program(file.Path.Trim().Split('\\', '/')[^1], null),
            file => Program(file.FileName, null)
        );
        return app is not null;
    }

    /// <summary>Returns the apps whose name, file or package contains all words of the text; common apps come first.</summary>
    public static IEnumerable<KnownApp> Search(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return All.Where(app => Array.TrueForAll(words, word => Text(app).Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(app => app.IsUsual);
    }

    private static string Text(KnownApp app) =>
        string.Join(
            ' ',
            app.DisplayName,
            app.Rule.Match(
                store => store.PackageName,
                desktop => $"{desktop.Binary} {desktop.Product}",
                file => file.Path,
                file => file.FileName
            )
        );

    /// <param name="binary">The file's name.</param>
    /// <param name="product">The product in its signature; null = not known, and then only the name is compared.</param>
    private static KnownApp? Program(string binary, string? product) =>
        Programs.TryGetValue(binary.Trim(), out var known)
            ? Array.Find(
                known,
                app => product is null || ((AppRule.DesktopApp)app.Rule).Product is var own && (own.Length == 0 || Same(product, own))
            )
            : null;

    private static bool Same(string typed, string known) => typed.Trim().Equals(known, StringComparison.OrdinalIgnoreCase);
}
