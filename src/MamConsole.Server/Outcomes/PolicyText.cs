using System.Text;

namespace MamConsole.Server.Outcomes;

/// <summary>Validates the texts that people enter for a policy: its name, the reason for a version, comments.</summary>
internal static class PolicyText
{
    public const int MaximumName = 100;
    public const int MaximumReason = 1000;
    public const int MaximumComment = 2000;

    /// <summary>The name in its stored form.</summary>
    public static Outcome<string> Name(string? typed)
    {
        var name = (typed ?? "").Trim();
        return name.Length switch
        {
            0 => new TextInvalid("name", "Enter a name for the policy."),
            > MaximumName => new TextInvalid("name", $"A name has at most {MaximumName} characters."),
            _ => IsPlain(name, lines: false) ? name : new TextInvalid("name", "A name is one line of text without control characters."),
        };
    }

    /// <summary>A name that may be empty, in its stored form.</summary>
    public static Outcome<string> OptionalName(string typed) => string.IsNullOrWhiteSpace(typed) ? "" : Name(typed);

    /// <summary>The name in the form in which names are compared: the names of two policies never differ only by case.</summary>
    public static string NameKey(string name) => name.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>The reason in its stored form; may be empty.</summary>
    public static Outcome<string> Reason(string? typed)
    {
        var reason = (typed ?? "").Trim();
        return reason.Length > MaximumReason ? new TextInvalid("reason", $"A reason has at most {MaximumReason} characters.")
            : IsPlain(reason, lines: true) ? reason
            : new TextInvalid("reason", "A reason is text without control characters.");
    }

    /// <summary>The comment in its stored form.</summary>
    public static Outcome<string> Comment(string? typed)
    {
        var comment = (typed ?? "").Trim();
        return comment.Length switch
        {
            0 => new TextInvalid("text", "Enter a comment."),
            > MaximumComment => new TextInvalid("text", $"A comment has at most {MaximumComment} characters."),
            _ => IsPlain(comment, lines: true) ? comment : new TextInvalid("text", "A comment is text without control characters."),
        };
    }

    // Neither an unpaired surrogate nor NUL can be stored as text.
    private static bool IsPlain(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if ((char.IsSurrogate(c) && !pair) || (char.IsControl(c) && !(lines && c is '\n' or '\r' or '\t')))
            {
                return false;
            }

            i += pair ? 1 : 0;
        }

        return true;
    }
}
