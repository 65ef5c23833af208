using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Entra;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.PolicyAudiences;

/// <summary>Searches Entra groups for the assignment of a policy.</summary>
internal sealed class FindGroups(IGroupDirectory directory)
{
    public const int MinimumTextLength = 2;

    private const int MaximumTextLength = 120;

    /// <returns>A few groups, ordered by name; or <see cref="NotAllowed"/>, <see cref="SearchTooShort"/>,
    /// <see cref="DirectoryUnavailable"/>.</returns>
    public async Task<Outcome<ValueList<DirectoryGroup>>> ExecuteAsync(Administrator who, string text, CancellationToken ct)
    {
        if (who.Lacks(Ability.EditPolicies) is { } lacks)
        {
            return lacks;
        }

        var words = text.Trim();
        return words.Length < MinimumTextLength
            ? new SearchTooShort()
            : await directory.FindAsync(words.Length <= MaximumTextLength ? words : words[..MaximumTextLength], ct);
    }
}
