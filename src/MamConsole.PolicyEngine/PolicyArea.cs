using System.Collections.Immutable;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine;

/// <summary>One area of a policy, whatever its settings are: what everything that goes through all areas works with.</summary>
public abstract class PolicyArea
{
    private protected PolicyArea() { }

    /// <summary>The member of the policy's JSON document; findings and statements of the area begin with it.</summary>
    public abstract string Name { get; }

    /// <summary>The segment of the console's address.</summary>
    public abstract string Key { get; }

    /// <summary>The area's name for people.</summary>
    public abstract string Title { get; }

    /// <summary>What the area decides, in a sentence or two.</summary>
    public abstract string Introduction { get; }

    /// <summary>The area's settings with their names, in the order of the editor.</summary>
    public abstract ImmutableArray<SettingDescriptor> Settings { get; }

    /// <summary>The type of the area's settings.</summary>
    public abstract Type SettingsType { get; }

    /// <summary>The area's settings in a policy.</summary>
    public abstract object SettingsOf(WrittenPolicy policy);

    /// <summary>The policy with other settings in this area.</summary>
    /// <exception cref="InvalidCastException">The settings are not of <see cref="SettingsType"/>.</exception>
    public abstract WrittenPolicy With(WrittenPolicy policy, object settings);

    /// <summary>Whether the policy sets nothing here.</summary>
    public bool IsEmpty(WrittenPolicy policy) => SettingsOf(policy).Equals(SettingsOf(Nothing));

    /// <summary>Whether a path of the policy's JSON document lies in this area.</summary>
    public bool Holds(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith(Name, StringComparison.Ordinal) && (path.Length == Name.Length || path[Name.Length] == '.');
    }

    internal abstract IEnumerable<Finding> Validate(WrittenPolicy policy, PolicyContext context);

    internal abstract object? Parse(WrittenPolicy policy);

    internal abstract IEnumerable<CompiledNode> Compile(Policy policy, CompilerOptions options);

    internal abstract IEnumerable<Statement> Describe(WrittenPolicy policy);

    private static readonly WrittenPolicy Nothing = new();
}
