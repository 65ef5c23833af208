using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>What one step from version to version does to a PC that can act on all of it.</summary>
/// <param name="Area">The area's title.</param>
/// <param name="StrictnessChange">Which way it leans.</param>
/// <param name="One">What one PC does: "gets a stricter lock".</param>
/// <param name="Many">What several do: "get a stricter lock".</param>
/// <param name="Weight">How early it is said when not everything can be: 0 to 100.</param>
internal sealed record PolicyImpact(string Area, StrictnessChange StrictnessChange, string One, string Many, int Weight)
{
    /// <summary>The changes behind it, short: "Maximum inactivity time until lock: 30 minutes → 15 minutes".</summary>
    public ValueList<string> Details { get; init; } = [];

    /// <summary>Whether it belongs to Windows Information Protection, which newer Windows only acknowledges.</summary>
    public bool IsProtection { get; init; }

    /// <summary>The first Windows build that has what it is made of.</summary>
    public int MinimumBuild { get; init; }
}
