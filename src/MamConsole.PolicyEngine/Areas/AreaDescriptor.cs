using System.Collections.Immutable;
using FluentValidation;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Areas;

/// <summary>Describes one area of a policy, independent of the whole policy. Each area's folder has one descriptor.</summary>
/// <typeparam name="TSettings">The settings of the area as entered: a record whose default value sets nothing.</typeparam>
/// <typeparam name="TRules">The parsed settings; null = the policy sets nothing in the area.</typeparam>
internal sealed class AreaDescriptor<TSettings, TRules>
    where TSettings : class
    where TRules : class
{
    /// <summary>The name of the member in the policy's JSON document; findings and statements of the area begin with it.</summary>
    public required string Name { get; init; }

    /// <summary>The URL segment of the area in the console.</summary>
    public required string Key { get; init; }

    /// <summary>The area's name for people.</summary>
    public required string Title { get; init; }

    /// <summary>The purpose of the area, in one or two sentences.</summary>
    public required string Introduction { get; init; }

    /// <summary>The area's settings with their labels, in the order of the editor.</summary>
    public required ImmutableArray<SettingDescriptor> Settings { get; init; }

    /// <summary>The validator of this area alone.</summary>
    public required AbstractValidator<TSettings> Validator { get; init; }

    /// <summary>Parses settings without blocking findings.</summary>
    public required Func<TSettings, AreaInput, TRules?> Parse { get; init; }

    /// <summary>The compiled nodes of the area; none by default.</summary>
    public Func<TRules?, CompilerOptions, IEnumerable<CompiledNode>> Compile { get; init; } = static (_, _) => [];

    /// <summary>The statements of the area, from the settings as entered.</summary>
    public required Func<TSettings, IEnumerable<Statement>> Describe { get; init; }
}
