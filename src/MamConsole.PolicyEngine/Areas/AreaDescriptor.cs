using System.Collections.Immutable;
using FluentValidation;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Areas;

/// <summary>Everything that one area of a policy is, without the policy around it. Each area's folder holds one.</summary>
/// <typeparam name="TSettings">The area as typed: a record whose default value sets nothing.</typeparam>
/// <typeparam name="TRules">The area parsed; null = the policy sets nothing here.</typeparam>
internal sealed class AreaDescriptor<TSettings, TRules>
    where TSettings : class
    where TRules : class
{
    /// <summary>The member of the policy's JSON document; findings and statements of the area begin with it.</summary>
    public required string Name { get; init; }

    /// <summary>The segment of the console's address.</summary>
    public required string Key { get; init; }

    /// <summary>The area's name for people.</summary>
    public required string Title { get; init; }

    /// <summary>What the area decides, in a sentence or two.</summary>
    public required string Introduction { get; init; }

    /// <summary>The area's settings with their names, in the order of the editor.</summary>
    public required ImmutableArray<SettingDescriptor> Settings { get; init; }

    /// <summary>The rules that look at this area alone.</summary>
    public required AbstractValidator<TSettings> Validator { get; init; }

    /// <summary>Parses settings that no rule blocks.</summary>
    public required Func<TSettings, AreaInput, TRules?> Parse { get; init; }

    /// <summary>The nodes that carry the area; none by default.</summary>
    public Func<TRules?, CompilerOptions, IEnumerable<CompiledNode>> Compile { get; init; } = static (_, _) => [];

    /// <summary>The area in words, as typed.</summary>
    public required Func<TSettings, IEnumerable<Statement>> Describe { get; init; }
}
