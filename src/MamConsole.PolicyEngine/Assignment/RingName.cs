namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Validates names of rings.</summary>
public static class RingName
{
    /// <summary>The ring of a PC that is assigned to no other ring.</summary>
    public const string Usual = "Broad";

    /// <summary>Returns null when the name is valid, or the reason why it is not.</summary>
    public static string? FaultOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length == 0 ? "The row is empty: enter a ring name or remove the row."
            : name.Length > AssignmentFilterRules.MaximumRingLength
                ? $"A ring name has at most {AssignmentFilterRules.MaximumRingLength} characters."
            : name.Trim() != name ? "The name begins or ends with a space."
            : name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_') ? null
            : "A ring name can contain only letters, digits, spaces and hyphens.";
    }
}
