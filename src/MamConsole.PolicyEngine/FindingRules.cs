using System.Globalization;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;

namespace MamConsole.PolicyEngine;

/// <summary>The words in which area validators state their rules on top of FluentValidation.</summary>
internal static class FindingRules
{
    private sealed record State(Severity Severity, string? Suggestion);

    /// <summary>Gives the rule before it its id, its severity and its message.</summary>
    public static IRuleBuilderOptions<T, TProperty> WithFinding<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule,
        string code,
        Severity severity,
        string message,
        Func<T, TProperty, string?>? suggest = null
    ) => rule.WithErrorCode(code).WithMessage(message).WithState((item, value) => new State(severity, suggest?.Invoke(item, value)));

    /// <summary>Adds a finding from inside a <c>Custom</c> rule, at a field below the one being looked at.</summary>
    public static void AddFinding<T>(
        this ValidationContext<T> context,
        string field,
        string code,
        Severity severity,
        string message,
        string? suggestion = null
    ) => context.AddFailure(new ValidationFailure(field, message) { ErrorCode = code, CustomState = new State(severity, suggestion) });

    /// <summary>A validation that knows the whole policy and what stands around it, for rules that look beyond their area.</summary>
    public static ValidationContext<T> Begin<T>(T settings, WrittenPolicy policy, PolicyContext facts) =>
        new(settings) { RootContextData = { [nameof(WrittenPolicy)] = policy, [nameof(PolicyContext)] = facts } };

    /// <summary>The policy whose area is being looked at.</summary>
    public static WrittenPolicy Policy<T>(this ValidationContext<T> context) =>
        (WrittenPolicy)context.RootContextData[nameof(WrittenPolicy)];

    /// <summary>What is known besides the policy.</summary>
    public static PolicyContext Facts<T>(this ValidationContext<T> context) =>
        (PolicyContext)context.RootContextData[nameof(PolicyContext)];

    /// <summary>Turns a failure into a finding of the area; its path is written as in the policy's JSON.</summary>
    public static Finding ToFinding(this ValidationFailure failure, string area)
    {
        var state = failure.CustomState as State ?? new State(Severity.Block, null);
        var path = string.Join(
            '.',
            failure.PropertyName.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(JsonNamingPolicy.CamelCase.ConvertName)
        );
        return new Finding(
            failure.ErrorCode,
            state.Severity,
            path.Length == 0 ? area : $"{area}.{path}",
            failure.ErrorMessage,
            state.Suggestion
        );
    }

    /// <summary>The text as a whole number, or null when it is empty or none.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the text is empty or a whole number from <paramref name="low"/> to <paramref name="high"/>, or one of
    /// <paramref name="also"/>.</summary>
    public static bool EmptyOrWithin(string? text, int low, int high, params ReadOnlySpan<int> also) =>
        string.IsNullOrWhiteSpace(text) || (Number(text) is { } number && ((number >= low && number <= high) || also.Contains(number)));
}
