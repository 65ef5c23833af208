using System.Globalization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Who gets the policy, in words.</summary>
internal static class AssignmentWords
{
    public const string Area = "Assignment";

    public static IEnumerable<Statement> Describe(AssignmentSettings s)
    {
        switch (s.To)
        {
            case AssignmentKind.Nobody:
                yield return Say("to", "Who gets it", "nobody", "Nobody gets this policy.", []);
                break;
            case AssignmentKind.Everyone:
                yield return Say("to", "Who gets it", "everyone", "Everyone gets this policy whom no other policy names.", []);
                break;
            case AssignmentKind.People:
                yield return Say("to", "Who gets it", "named people", "Only the people named here get this policy.", []);
                yield return Say("people", "People", s.People.Count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{s.People.Count} people"),
                    s.People.Count == 0 ? "Nobody is named yet." : $"It goes to {Wording.List(s.People)}.", s.People);
                break;
        }
    }

    private static Statement Say(string field, string label, string value, string sentence, ValueList<string> items) =>
        new($"assignment.{field}", Area, label, value, sentence, items, []);
}
