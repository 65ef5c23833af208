using FluentValidation;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Rule AS-05: the filters can be met.</summary>
internal static class AssignmentFilterRules
{
    /// <summary>Before it no Windows speaks MAM; after it none is to be expected soon.</summary>
    public const int FirstBuild = 15063;
    public const int LastBuild = 99999;

    /// <summary>The longest name of a ring.</summary>
    public const int LongestRing = 32;

    public static void Check(AssignmentSettings s, ValidationContext<AssignmentSettings> context)
    {
        Build("FromBuild", s.FromBuild, context);
        Build("ToBuild", s.ToBuild, context);
        if (FindingRules.Number(s.FromBuild) is { } from && FindingRules.Number(s.ToBuild) is { } to && from > to)
        {
            context.Say("ToBuild", "AS-05", Severity.Block, $"No Windows is {WindowsReleases.NameOf(from)} or later and {WindowsReleases.NameOf(to)} or earlier at once. Exchange the two, or leave one empty.");
        }

        if (s.Editions.Any(e => !Enum.IsDefined(e)))
        {
            context.Say("Editions", "AS-05", Severity.Block, "Choose among Home, Pro, Enterprise and Education.");
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, ring) in s.Rings.Index())
        {
            if (RingName.FaultOf(ring) is { } fault)
            {
                context.Say($"Rings[{i}]", "AS-05", Severity.Block, fault, ring.Trim() is var trimmed && trimmed != ring && RingName.FaultOf(trimmed) is null ? trimmed : null);
            }
            else if (!seen.Add(ring))
            {
                context.Say($"Rings[{i}]", "AS-05", Severity.Block, "This ring stands in the list already.");
            }
        }
    }

    private static void Build(string field, string typed, ValidationContext<AssignmentSettings> context)
    {
        if (!FindingRules.EmptyOrWithin(typed, FirstBuild, LastBuild))
        {
            context.Say(field, "AS-05", Severity.Block, $"Write the build’s number alone, from {FirstBuild} on: 22631 is Windows 11 23H2.");
        }
    }
}

/// <summary>What a ring may be called.</summary>
public static class RingName
{
    /// <summary>The ring of a PC that nobody put into another one.</summary>
    public const string Usual = "Broad";

    /// <summary>Null when it is a name.</summary>
    public static string? FaultOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length == 0 ? "Empty row: write a ring’s name or remove the row."
            : name.Length > AssignmentFilterRules.LongestRing ? $"A ring’s name has {AssignmentFilterRules.LongestRing} characters at most."
            : name.Trim() != name ? "A blank before or after it would become part of the name."
            : name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_') ? null
            : "A ring’s name has letters, digits, blanks and hyphens alone.";
    }
}
