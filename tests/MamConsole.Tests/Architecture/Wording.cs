using System.Text.RegularExpressions;
using Mono.Cecil;

namespace MamConsole.Tests.Architecture;

/// <summary>
/// Finds identifiers with words that are metaphors, personifications or nonstandard terms.
/// </summary>
internal static partial class Wording
{
    /// <summary>Whole words of an identifier, in lowercase, each with the term that replaces it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Banned = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["room"] = "module, or size budget",
        ["house"] = "architecture",
        ["ladder"] = "layering rule",
        ["hop"] = "step, redirect",
        ["gate"] = "validator, lock, allow-list",
        ["door"] = "endpoint",
        ["desk"] = "input",
        ["herd"] = "load",
        ["hear"] = "apply, receive",
        ["heard"] = "received",
        ["tell"] = "record, notify",
        ["told"] = "reported, notified",
        ["untold"] = "unreported",
        ["say"] = "describe, add, write",
        ["says"] = "reports",
        ["said"] = "text, statement, answer",
        ["talk"] = "session, transcript",
        ["talker"] = "client",
        ["conversation"] = "session",
        ["dialogue"] = "transcript",
        ["goodbye"] = "unenroll alert",
        ["farewell"] = "unenroll alert",
        ["culprit"] = "root cause",
        ["fate"] = "behavior",
        ["leaning"] = "strictness change",
        ["ledger"] = "import report",
        ["rhythm"] = "schedule",
        ["owe"] = "need",
        ["owed"] = "pending",
        ["owes"] = "needs",
        ["refuse"] = "reject",
        ["refused"] = "rejected",
        ["refuses"] = "rejects",
        ["refusal"] = "rejection",
        ["refusing"] = "rejecting",
        ["honest"] = "valid, platform limitation",
        ["keep"] = "store, retain, save",
        ["keeps"] = "retains",
        ["keeper"] = "store, autosave",
        ["keeping"] = "storing, retaining",
        ["kept"] = "stored, retained",
        ["unkept"] = "unstorable",
        ["remember"] = "add, store",
        ["remembered"] = "stored",
        ["forget"] = "invalidate, remove",
        ["forgets"] = "removes",
        ["forgotten"] = "deleted",
        ["judge"] = "validate",
        ["judged"] = "validated",
        ["weigh"] = "evaluate",
        ["weighed"] = "evaluated",
        ["demand"] = "ensure, require",
        ["took"] = "duration",
        ["porch"] = "composition",
        ["attic"] = "upper",
        ["cellar"] = "lower",
        ["rival"] = "competing policy",
        ["misunderstood"] = "protocol error",
        ["standing"] = "sync state",
        ["settlement"] = "step result",
        ["wanted"] = "desired, requested",
        ["why"] = "reason, comment, explanation",
        ["withheld"] = "deferred",
        ["asked"] = "requested",
        ["shortest"] = "minimum",
        ["longest"] = "maximum",
        ["capitals"] = "uppercase",
        ["notice"] = "limitation, callout",
        ["lights"] = "check items",
    };

    /// <summary>Words that belong to a protocol or a product, each with its meaning there.</summary>
    private static readonly IReadOnlyDictionary<string, string> Protocol = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["HelpDesk"] = "The role in Entra and the people who have it.",
        ["KeepAlive"] = "DMClient/Provider/EnableOmaDmKeepAliveMessage.",
        ["RememberCredentials"] = "VPNv2/RememberCredentials.",
    };

    /// <summary>Types whose properties are named like the columns and parameters of SQL in existing databases.</summary>
    private static readonly string[] MirrorsOfColumns = ["Row", "SessionPosition", "Aged", "MessageValues"];

    /// <summary>Returns each banned word as "word: Type.Member", in order and once.</summary>
    public static IReadOnlyList<string> Violations(IEnumerable<TypeDefinition> types) =>
        [
            .. types
                .Where(IsWritten)
                .SelectMany(Identifiers)
                .SelectMany(found => BannedIn(found.Identifier).Select(word => $"{word}: {found.Place}"))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// Returns the banned words of one identifier: its CamelCase parts in lowercase, without a plural s where only the singular is banned.
    /// </summary>
    public static IEnumerable<string> BannedIn(string identifier)
    {
        var text = Protocol.Keys.Aggregate(identifier, (rest, known) => rest.Replace(known, "_", StringComparison.OrdinalIgnoreCase));
        return Word()
            .Matches(text.Replace("elp_desk", "elp_", StringComparison.Ordinal))
            .Select(match => match.Value.ToLowerInvariant())
            .Select(word =>
                Banned.ContainsKey(word) ? word
                : word.EndsWith('s') && Banned.ContainsKey(word[..^1]) ? word[..^1]
                : null
            )
            .OfType<string>();
    }

    private static IEnumerable<(string Identifier, string Place)> Identifiers(TypeDefinition type)
    {
        var name = type.Name.Split('`')[0];
        yield return (name, type.FullName);
        foreach (var part in type.Namespace.Split('.'))
        {
            yield return (part, type.FullName);
        }

        if (MirrorsOfColumns.Any(mirror => name.EndsWith(mirror, StringComparison.Ordinal)) && type.IsNestedPrivate)
        {
            yield break;
        }

        foreach (var member in Members(type).Where(IsWritten))
        {
            var simple = member.Name.Split('.')[^1];
            yield return (simple, $"{type.FullName}.{simple}");
        }

        foreach (var method in type.Methods.Where(m => IsWritten(m) || m.IsConstructor))
        {
            foreach (var parameter in method.Parameters.Where(p => p.Name.Length > 0 && !p.Name.Contains('<', StringComparison.Ordinal)))
            {
                yield return (parameter.Name, $"{type.FullName}.{method.Name}({parameter.Name})");
            }
        }
    }

    private static IEnumerable<MemberReference> Members(TypeDefinition type) =>
        [
            .. type.Properties,
            .. type.Events,
            .. type.Fields.Where(f => f.Name != "value__"),
            .. type.Methods.Where(m => !m.IsConstructor && !m.IsSpecialName && m.Overrides.Count == 0),
        ];

    /// <summary>
    /// Returns whether the name is in the source: names that the compiler creates contain a bracket, and the markup of a component is
    /// compiled into BuildRenderTree.
    /// </summary>
    private static bool IsWritten(MemberReference member) =>
        !member.Name.Contains('<', StringComparison.Ordinal)
        && !member.Name.StartsWith("__", StringComparison.Ordinal)
        && !member.FullName.Contains("/<", StringComparison.Ordinal)
        && !member.FullName.Contains("__Blazor", StringComparison.Ordinal);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Word();
}
