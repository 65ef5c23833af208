using MamConsole.PolicyEngine.AppRules;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.AppInspection;

/// <summary>
/// Searches the catalogue, and reads what Windows prints about apps. Open to every role; looks at nothing that is stored.
/// </summary>
internal sealed class FindApps
{
    /// <param name="who">Who asks.</param>
    /// <param name="text">Words that name, file or package must hold; null or empty = the whole catalogue.</param>
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
