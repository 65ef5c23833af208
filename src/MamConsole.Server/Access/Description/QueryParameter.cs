using System.Text.Json;

namespace MamConsole.Server.Access.Description;

/// <summary>
/// Endpoint metadata: what a query parameter means. Handlers read query parameters as text, so that a wrong value is a problem with a
/// reason; the description states the type that the text represents.
/// </summary>
/// <param name="Name">Its name in the address, in camelCase.</param>
/// <param name="Type">The type that its text represents.</param>
/// <param name="Description">What it does, in whole sentences.</param>
internal sealed record QueryParameter(string Name, QueryParameterType Type, string Description)
{
    /// <summary>Whether the operation returns 400 without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether clients should use another parameter instead.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>The smallest number.</summary>
    public long? Minimum { get; init; }

    /// <summary>The greatest number that has an effect.</summary>
    public long? Maximum { get; init; }

    /// <summary>
    /// The value that applies when the parameter is missing, as it would be written in the address; null = no such value.
    /// </summary>
    public string? Default { get; init; }

    /// <summary>The only accepted values; null = any value of the type.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>A regular expression (ECMA 262) that every value matches; null = none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The size of a page.</summary>
    /// <param name="usual">The number of entries without the parameter.</param>
    /// <param name="maximum">The maximum number of entries of one page.</param>
    public static QueryParameter Take(int usual, int maximum) =>
        new(
            "take",
            QueryParameterType.Integer,
            $"The maximum number of entries on the page. A number above {maximum} counts as {maximum}, and 0 as 1."
        )
        {
            Minimum = 1,
            Maximum = maximum,
            Default = $"{usual}",
        };

    /// <summary>Where a page begins, for lists whose key is opaque text.</summary>
    public static QueryParameter After() =>
        new(
            "after",
            QueryParameterType.Text,
            "The value of `next` from the previous page. Without it the list begins with its first entry."
        );

    /// <summary>Where a page begins, for lists whose key is a number.</summary>
    public static QueryParameter AfterNumber() => After() with { Type = QueryParameterType.Integer, Minimum = 0 };

    /// <summary>The former name of <c>after</c> in lists that show the newest entry first.</summary>
    public static QueryParameter Before() =>
        new("before", QueryParameterType.Integer, "The former name of `after`. It has no effect beside `after`.")
        {
            Minimum = 0,
            IsDeprecated = true,
        };

    /// <summary>Any text.</summary>
    public static QueryParameter Text(string name, string description) => new(name, QueryParameterType.Text, description);

    /// <summary>A Boolean that is false when it is missing.</summary>
    public static QueryParameter Flag(string name, string description) =>
        new(name, QueryParameterType.Boolean, description) { Default = "false" };

    /// <summary>One of an enum's names in camelCase.</summary>
    /// <param name="name">Its name in the address.</param>
    /// <param name="usual">The value that applies when the parameter is missing; null = see <paramref name="description"/>.</param>
    /// <param name="description">What it does.</param>
    public static QueryParameter Choice<T>(string name, T? usual, string description)
        where T : struct, Enum =>
        new(name, QueryParameterType.Text, description)
        {
            Values = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)],
            Default = usual is { } value ? JsonNamingPolicy.CamelCase.ConvertName($"{value}") : null,
        };

    /// <summary>A version of a policy: its number or <c>draft</c>.</summary>
    public static QueryParameter Version(string name, string description) =>
        new(name, QueryParameterType.Text, description) { Pattern = "^(draft|[0-9]+)$" };
}
