namespace MamConsole.PolicyEngine.Assignment;

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
            : name.Length > AssignmentFilterRules.MaximumRingLength
                ? $"A ring’s name has {AssignmentFilterRules.MaximumRingLength} characters at most."
            : name.Trim() != name ? "A blank before or after it would become part of the name."
            : name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_') ? null
            : "A ring’s name has letters, digits, blanks and hyphens alone.";
    }
}
