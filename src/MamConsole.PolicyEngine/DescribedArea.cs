using System.Collections.Immutable;
using FluentValidation;
using MamConsole.PolicyEngine.Areas;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.CrossChecks;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine;

/// <summary>An area's descriptor with its property in the policy and the rules that compare it with the other areas.</summary>
/// <param name="area">The descriptor of the area.</param>
/// <param name="get">Returns the area's property of a policy.</param>
/// <param name="set">Returns the policy with another value of the property.</param>
/// <param name="crossChecks">The rules that involve other areas; null = there are none.</param>
internal sealed class DescribedArea<TSettings, TRules>(
    AreaDescriptor<TSettings, TRules> area,
    Func<WrittenPolicy, TSettings> get,
    Func<WrittenPolicy, TSettings, WrittenPolicy> set,
    AbstractValidator<TSettings>? crossChecks
) : PolicyArea
    where TSettings : class
    where TRules : class
{
    public override string Name => area.Name;

    public override string Key => area.Key;

    public override string Title => area.Title;

    public override string Introduction => area.Introduction;

    public override ImmutableArray<SettingDescriptor> Settings => area.Settings;

    public override Type SettingsType => typeof(TSettings);

    public override object SettingsOf(WrittenPolicy policy) => get(policy);

    public override WrittenPolicy With(WrittenPolicy policy, object settings) => set(policy, (TSettings)settings);

    internal override IEnumerable<Finding> Validate(WrittenPolicy policy, PolicyContext context)
    {
        var settings = get(policy);
        var last = context.LastPublished is { } published ? get(published) : null;
        var own = area.Validator.Validate(FindingRules.Begin(settings, last, context)).Errors;
        var beside = crossChecks?.Validate(CrossCheckContext.Begin(settings, policy, context)).Errors ?? [];
        return own.Concat(beside).Select(failure => failure.ToFinding(area.Name));
    }

    internal override object? Parse(WrittenPolicy policy) =>
        area.Parse(get(policy), new AreaInput(policy.InformationProtection.CanonicalPrimaryId));

    internal override IEnumerable<CompiledNode> Compile(Policy policy, CompilerOptions options) =>
        area.Compile(policy.Rules<TRules>(this), options);

    internal override IEnumerable<Statement> Describe(WrittenPolicy policy) => area.Describe(get(policy));
}
