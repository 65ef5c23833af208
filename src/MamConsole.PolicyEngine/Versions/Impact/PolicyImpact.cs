using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>One effect of a change between two versions on a PC that supports all of it.</summary>
/// <param name="Area">The area's title.</param>
/// <param name="StrictnessChange">The direction of the change.</param>
/// <param name="One">The effect on one PC: "gets a stricter lock".</param>
/// <param name="Many">The effect on several PCs: "get a stricter lock".</param>
/// <param name="Weight">The priority in a summary that cannot contain all effects: 0 to 100.</param>
internal sealed record PolicyImpact(string Area, StrictnessChange StrictnessChange, string One, string Many, int Weight)
{
    /// <summary>The changes that cause it, short: "Maximum inactivity time until lock: 30 minutes → 15 minutes".</summary>
    public ValueList<string> Details { get; init; } = [];

    /// <summary>Whether it belongs to Windows Information Protection, which newer Windows only acknowledges.</summary>
    public bool IsProtection { get; init; }

    /// <summary>The first Windows build that supports the changed settings.</summary>
    public int MinimumBuild { get; init; }
}
