using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// The placeholders of secrets inside a node's value: <c>{secret:id}</c> unchanged, <c>{secret-xml:id}</c> as text inside XML,
/// <c>{secret-base64:id}</c> as Base64.
/// </summary>
public static partial class SecretPlaceholder
{
    /// <summary>The text that is displayed instead; its length is unrelated to the secret.</summary>
    public const string Mask = "••••••";

    /// <summary>Returns the secrets that the value references, without duplicates.</summary>
    public static IEnumerable<Guid> In(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Contains("{secret", StringComparison.Ordinal) ? Pattern.Matches(value).Select(IdOf).Distinct() : [];
    }

    /// <summary>Returns the value with every placeholder replaced by its secret.</summary>
    /// <param name="value">The value.</param>
    /// <param name="reveal">Returns a secret; called only for those of <see cref="In"/>.</param>
    public static string Fill(string value, Func<Guid, string> reveal)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(reveal);
        return Pattern.Replace(
            value,
            match =>
                match.Groups["form"].Value switch
                {
                    "-xml" => SecurityElement.Escape(reveal(IdOf(match))),
                    "-base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(reveal(IdOf(match)))),
                    _ => reveal(IdOf(match)),
                }
        );
    }

    /// <summary>Returns the value for display.</summary>
    public static string Hide(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Contains("{secret", StringComparison.Ordinal) ? Pattern.Replace(value, Mask) : value;
    }

    private static Guid IdOf(Match match) => Guid.ParseExact(match.Groups["id"].ValueSpan, "D");

    [GeneratedRegex(@"\{secret(?<form>-xml|-base64)?:(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
