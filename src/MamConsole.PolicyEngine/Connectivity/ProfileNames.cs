using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// Rules for names of profiles: Windows addresses a profile by its name, so a name must be a valid URI segment and be unique (CON-01,
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
                $"Two {noun}s have this name: the second would overwrite the first. Rename or remove one of them."
            );
        }
    }

    private static string? FaultOf(string name, string noun) =>
        string.IsNullOrWhiteSpace(name) ? $"Enter the name of the {noun}."
        : !XmlText.CanCarry(name) ? "The name contains a character that cannot be sent, such as a control character."
        : name.AsSpan().IndexOfAny('/', '\\') >= 0
            ? $"Windows addresses the {noun} by its name, and / and \\ separate segments of the address. Use another name."
        : name is "." or ".." or "*" ? "This name has a special meaning in an address. Use another name."
        : name.Trim() != name ? "The name begins or ends with a space."
        : null;
}
