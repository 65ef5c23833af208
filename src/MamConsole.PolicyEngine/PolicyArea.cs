using System.Collections.Immutable;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine;

/// <summary>One area of a policy, independent of the type of its settings, for code that processes all areas.</summary>
public abstract class PolicyArea
{
    private protected PolicyArea() { }

    /// <summary>The name of the member in the policy's JSON document; findings and statements of the area begin with it.</summary>
    public abstract string Name { get; }

    /// <summary>The URL segment of the area in the console.</summary>
    public abstract string Key { get; }

    /// <summary>The area's name for people.</summary>
    public abstract string Title { get; }

    /// <summary>The purpose of the area, in one or two sentences.</summary>
    public abstract string Introduction { get; }

    /// <summary>The area's settings with their labels, in the order of the editor.</summary>
    public abstract ImmutableArray<SettingDescriptor> Settings { get; }

    /// <summary>The type of the area's settings.</summary>
    public abstract Type SettingsType { get; }

    /// <summary>Returns the area's settings in a policy.</summary>
    public abstract object SettingsOf(WrittenPolicy policy);

    /// <summary>Returns the policy with other settings in this area.</summary>
    /// <exception cref="InvalidCastException">The settings are not of <see cref="SettingsType"/>.</exception>
    public abstract WrittenPolicy With(WrittenPolicy policy, object settings);

    /// <summary>Whether the policy sets nothing in the area.</summary>
    public bool IsEmpty(WrittenPolicy policy) => SettingsOf(policy).Equals(SettingsOf(Nothing));

    /// <summary>Whether a path of the policy's JSON document belongs to this area.</summary>
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
