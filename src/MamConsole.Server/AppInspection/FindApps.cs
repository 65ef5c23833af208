using MamConsole.PolicyEngine.AppRules;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.AppInspection;

/// <summary>
/// Searches the catalog of known apps. Allowed for every role; it uses no stored data.
/// </summary>
internal sealed class FindApps
{
    /// <param name="who">The signed-in administrator.</param>
    /// <param name="text">Words that the name, the file or the package must contain; null or empty = the whole catalog.</param>
    public Task<Outcome<FoundApps>> ExecuteAsync(Administrator who, string? text) =>
        Task.FromResult<Outcome<FoundApps>>(
            who.Lacks(Ability.ReadPolicies) is { } lacks ? lacks : new FoundApps([.. KnownApps.Search(text ?? "").Select(Found)])
        );

    private static FoundApp Found(KnownApp app) =>
        new(
            app.DisplayName,
            app.Awareness,
            app.IsUsual,
            app.IsConfirmed,
            app.Advice,
            app.Rule,
            AppConsequence.Of(app.Rule, exempt: false),
            AppConsequence.Of(app.Rule, exempt: true),
            AppConsequence.Of(app.Rule with { Deny = true }, exempt: false)
        );
}
