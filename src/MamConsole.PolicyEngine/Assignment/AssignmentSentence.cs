using System.Globalization;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>
/// Describes an assignment in one line: "Everyone in Sales except Contractors, on Windows 11 23H2 and earlier, ring Pilot".
/// </summary>
public static class AssignmentSentence
{
    public static string Of(AssignmentSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var rule = AssignmentRule.Of(settings);
        var who = settings.To switch
        {
            null => "Not assigned",
            AssignmentKind.Nobody => "Nobody",
            AssignmentKind.Everyone => "Everyone",
            AssignmentKind.People => settings.People.Count switch
            {
                0 => "No people selected",
                <= 2 => Wording.List(settings.People),
                var many => string.Create(CultureInfo.InvariantCulture, $"{many} people"),
            },
            _ => rule.Groups.IsEmpty ? "No groups selected" : $"Everyone in {Wording.List(rule.Groups.Select(g => g.Name).ToValueList())}",
        };
        if (settings.To is null or AssignmentKind.Nobody)
        {
            return who;
        }

        var except = rule.ExceptGroups.Select(g => g.Name).Concat(settings.ExceptPeople).ToValueList();
        string?[] parts =
        [
            except.Count == 0 ? who : $"{who} except {Wording.List(except)}",
            AssignmentPhrases.Builds(rule) is { Length: > 0 } builds ? $"on {builds}" : null,
            rule.Editions.IsEmpty ? null : AssignmentPhrases.Editions(rule),
            rule.Rings.IsEmpty ? null : AssignmentPhrases.Rings(rule),
        ];
        return string.Join(", ", parts.Where(p => p is not null));
    }
}
