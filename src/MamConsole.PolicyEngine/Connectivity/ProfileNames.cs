using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Names of profiles: Windows addresses a profile by its name, so that a name must stand in an address and stand there once (CON-01,
/// CON-02).
/// </summary>
internal static class ProfileNames
{
    public static void Check(
        ValidationContext<ConnectivitySettings> c,
        string row,
        string name,
        HashSet<string> seen,
        string noun,
        Func<string, string?> length
    )
    {
        var field = $"{row}.Name";
        if ((FaultOf(name, noun) ?? length(name)) is { } fault)
        {
            c.AddFinding(
                field,
                "CON-01",
                Severity.Block,
                fault,
                name.Trim() is { Length: > 0 } trimmed && trimmed != name && FaultOf(trimmed, noun) is null ? trimmed : null
            );
        }
        else if (!seen.Add(name))
        {
            c.AddFinding(
                field,
                "CON-02",
                Severity.Block,
                $"Two {noun}s of this name: the second would overwrite the first. Give one of them another name, or remove it."
            );
        }
    }

    private static string? FaultOf(string name, string noun) =>
        string.IsNullOrWhiteSpace(name) ? $"Give the {noun} its name."
        : !XmlText.CanCarry(name) ? "The name holds a character that cannot be sent: control characters and halves of others."
        : name.AsSpan().IndexOfAny('/', '\\') >= 0
            ? $"Windows finds the {noun} by its name in an address, where / and \\ part segments. Such a name cannot be managed."
        : name is "." or ".." or "*" ? "This name means something else in an address. Take another."
        : name.Trim() != name ? "Blanks stand before or behind the name."
        : null;
}
