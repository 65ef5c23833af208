using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>
/// Determines which named rows (networks, connections, certificates) are added, removed or changed. Losing one may disconnect a PC, so
/// losses have more weight than gains.
/// </summary>
internal static class NamedRowImpacts
{
    public static IEnumerable<PolicyImpact> Connections(ConnectivitySettings from, ConnectivitySettings to, Change[] changes) =>
        Of(ConnectivityWords.Area, ConnectivityWords.Rows(from), ConnectivityWords.Rows(to), changes);

    public static IEnumerable<PolicyImpact> Certificates(CertificatesSettings from, CertificatesSettings to, Change[] changes) =>
        Of(CertificatesWords.Area, CertificatesWords.Rows(from), CertificatesWords.Rows(to), changes);

    /// <param name="area">The area's title.</param>
    /// <param name="from">The name and the complete description of each row before.</param>
    /// <param name="to">The same for each row after.</param>
    /// <param name="changes">The area's changes, for the details.</param>
    private static IEnumerable<PolicyImpact> Of(
        string area,
        IEnumerable<(string Name, string Row)> from,
        IEnumerable<(string Name, string Row)> to,
        Change[] changes
    )
    {
        var (before, after) = (
            from.ToLookup(r => r.Name, r => r.Row, StringComparer.Ordinal),
            to.ToLookup(r => r.Name, r => r.Row, StringComparer.Ordinal)
        );
        var gained = after.Where(name => !before.Contains(name.Key)).Select(name => name.Key).ToValueList();
        var lost = before.Where(name => !after.Contains(name.Key)).Select(name => name.Key).ToValueList();
        var changed = after
            .Where(name =>
                before.Contains(name.Key)
                && !name.Order(StringComparer.Ordinal).SequenceEqual(before[name.Key].Order(StringComparer.Ordinal))
            )
            .Select(name => name.Key)
            .ToValueList();
        if (lost.Count > 0)
        {
            yield return ImpactFinder.Lose(area, StrictnessChange.Neutral, Wording.List(lost), 58, changes);
        }

        if (gained.Count > 0)
        {
            yield return ImpactFinder.Get(area, StrictnessChange.Neutral, Wording.List(gained), 40, changes);
        }

        if (changed.Count > 0 || (gained.Count == 0 && lost.Count == 0))
        {
            yield return ImpactFinder.Get(
                area,
                StrictnessChange.Neutral,
                changed.Count > 0 ? $"changed settings for {Wording.List(changed)}" : $"the same rows of “{area}” in another order",
                34,
                changes
            );
        }
    }
}
