using MamConsole.PolicyEngine.Statements;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>Describes Windows Hello and its PIN as statements.</summary>
internal static class HelloPinWords
{
    public const string Area = "Windows Hello for Business";

    public static IEnumerable<Statement> Describe(HelloPinSettings s)
    {
        if (s.UsePassportForWork is { } use)
        {
            yield return ToStatement(
                "usePassportForWork",
                use ? "offered" : "off",
                use ? "People can sign in with Windows Hello." : "People cannot set up Windows Hello.",
                PassportForWorkCsp.UsePassportForWork
            );
        }

        if (Wording.Typed(s.MinimumLength) is { } minimum)
        {
            yield return ToStatement(
                "minimumLength",
                Wording.Unit(minimum, "character"),
                $"PINs have {Wording.Unit(minimum, "character")} or more.",
                PassportForWorkCsp.MinimumPinLength
            );
        }

        if (Wording.Typed(s.MaximumLength) is { } longestName)
        {
            yield return ToStatement(
                "maximumLength",
                Wording.Unit(longestName, "character"),
                $"PINs have at most {Wording.Unit(longestName, "character")}.",
                PassportForWorkCsp.MaximumPinLength
            );
        }

        (string Field, string Words, PinCharacters? Rule, CspNode Node)[] classes =
        [
            ("uppercaseLetters", "uppercase letters", s.UppercaseLetters, PassportForWorkCsp.UppercaseLetters),
            ("lowercaseLetters", "lowercase letters", s.LowercaseLetters, PassportForWorkCsp.LowercaseLetters),
            ("digits", "digits", s.Digits, PassportForWorkCsp.Digits),
            ("specialCharacters", "special characters", s.SpecialCharacters, PassportForWorkCsp.SpecialCharacters),
        ];
        foreach (var (field, words, rule, node) in classes)
        {
            if (rule is { } known)
            {
                yield return ToStatement(
                    field,
                    known switch
                    {
                        PinCharacters.Required => "required",
                        PinCharacters.Forbidden => "forbidden",
                        _ => "allowed",
                    },
                    known switch
                    {
                        PinCharacters.Required => $"PINs must contain {words}.",
                        PinCharacters.Forbidden => $"PINs must not contain {words}.",
                        _ => $"PINs may contain {words}.",
                    },
                    node
                );
            }
        }

        if (Wording.Typed(s.History) is { } history)
        {
            yield return ToStatement(
                "history",
                history,
                history == "0" ? "Old PINs can be reused." : $"The last {Wording.Unit(history, "PIN")} cannot be reused.",
                PassportForWorkCsp.History
            );
        }

        if (Wording.Typed(s.ExpirationDays) is { } days)
        {
            yield return ToStatement(
                "expirationDays",
                days == "0" ? "never" : $"after {Wording.Unit(days, "day")}",
                days == "0" ? "PINs never expire." : $"PINs must change after {Wording.Unit(days, "day")}.",
                PassportForWorkCsp.Expiration
            );
        }
    }

    private static Statement ToStatement(string field, string value, string sentence, CspNode node) =>
        new($"helloPin.{field}", Area, HelloPinCatalog.Settings.LabelOf(field), value, sentence, [], Wording.Uris(node));
}
