using System.Globalization;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using MamConsole.PolicyEngine.Facts;

namespace MamConsole.PolicyEngine.Findings;

/// <summary>Extension methods with which area validators state their rules on top of FluentValidation.</summary>
internal static class FindingRules
{
    private const string LastKey = "Last";

    private sealed record State(Severity Severity, string? Suggestion);

    /// <summary>Sets the id, severity and message of the preceding rule.</summary>
    public static IRuleBuilderOptions<T, TProperty> WithFinding<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule,
        string code,
        Severity severity,
        string message,
        Func<T, TProperty, string?>? suggest = null
    ) => rule.WithErrorCode(code).WithMessage(message).WithState((item, value) => new State(severity, suggest?.Invoke(item, value)));

    /// <summary>Adds a finding from inside a <c>Custom</c> rule, for a field below the validated one.</summary>
    public static void AddFinding<T>(
        this ValidationContext<T> context,
        string field,
        string code,
        Severity severity,
        string message,
        string? suggestion = null
    ) => context.AddFailure(new ValidationFailure(field, message) { ErrorCode = code, CustomState = new State(severity, suggestion) });

    /// <summary>The validation of one area's settings.</summary>
    /// <param name="settings">The settings as entered.</param>
    /// <param name="last">The same area of the published version; null for a policy that was never published.</param>
    /// <param name="facts">The facts about the tenant, the server and the devices.</param>
    public static ValidationContext<T> Begin<T>(T settings, T? last, ValidationFacts facts)
        where T : class => new(settings) { RootContextData = { [LastKey] = last!, [nameof(ValidationFacts)] = facts } };

    /// <summary>The same area of the published version; null for a policy that was never published.</summary>
    public static T? Last<T>(this ValidationContext<T> context)
        where T : class => (T?)context.RootContextData[LastKey];

    /// <summary>The facts about the tenant, the server and the devices.</summary>
    public static ValidationFacts Facts<T>(this ValidationContext<T> context) =>
        (ValidationFacts)context.RootContextData[nameof(ValidationFacts)];

    /// <summary>Converts a failure to a finding of the area; its path is written as in the policy's JSON.</summary>
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

    /// <summary>Returns the text as a whole number, or null when it is empty or not a number.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the text is empty or a whole number from <paramref name="low"/> to <paramref name="high"/>, or one of
    /// <paramref name="also"/>.</summary>
    public static bool EmptyOrWithin(string? text, int low, int high, params ReadOnlySpan<int> also) =>
        string.IsNullOrWhiteSpace(text) || (Number(text) is { } number && ((number >= low && number <= high) || also.Contains(number)));
}
