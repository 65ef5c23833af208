using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>Describes the whole policy as statements. Invalid values are shown as entered.</summary>
public static class PolicyWords
{
    /// <summary>The titles of the areas, in the order of the editor.</summary>
    public static readonly ValueList<string> Areas = PolicyAreas.All.Select(area => area.Title).ToValueList();

    /// <param name="policy">The policy.</param>
    /// <param name="options">Fills the placeholders of the statements' nodes, as in compiled nodes; null leaves them unchanged.</param>
    public static IEnumerable<Statement> Describe(WrittenPolicy policy, CompilerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var statements = PolicyAreas.All.SelectMany(area => area.Describe(policy));
        statements = policy.Comments is { } comments ? [.. FieldCommentsWords.Describe(comments, [.. statements])] : statements;
        return options is null ? statements : statements.Select(s => s with { Nodes = s.Nodes.Select(options.Fill).ToValueList() });
    }
}
