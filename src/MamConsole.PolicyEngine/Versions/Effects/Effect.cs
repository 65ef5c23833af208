using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Effects;

/// <summary>Which way a change leans for the PCs that get it.</summary>
[JsonConverter(typeof(CamelCaseEnum<Leaning>))]
public enum Leaning
{
    /// <summary>Neither stricter nor looser, or partly both.</summary>
    Neutral = 0,
    /// <summary>People may do less, data is kept closer.</summary>
    Stricter = 1,
    /// <summary>People may do more, data is kept less close.</summary>
    Looser = 2,
    /// <summary>These PCs acknowledge it at best and do not act on it.</summary>
    NotEnforced = 3,
    /// <summary>Whether these PCs act on it is not known.</summary>
    Unsure = 4,
}

/// <summary>What one step from version to version does to a PC that can act on all of it.</summary>
/// <param name="Area">The area's title.</param>
/// <param name="Leaning">Which way it leans.</param>
/// <param name="One">What one PC does: "gets a stricter lock".</param>
/// <param name="Many">What several do: "get a stricter lock".</param>
/// <param name="Weight">How early it is said when not everything can be: 0 to 100.</param>
internal sealed record Effect(string Area, Leaning Leaning, string One, string Many, int Weight)
{
    /// <summary>The changes behind it, short: "Lock after: 30 minutes → 15 minutes".</summary>
    public ValueList<string> Details { get; init; } = [];

    /// <summary>Whether it belongs to Windows Information Protection, which newer Windows only acknowledges.</summary>
    public bool IsProtection { get; init; }

    /// <summary>The first Windows build that has what it is made of.</summary>
    public int MinimumBuild { get; init; }
}

/// <summary>PCs that stand alike: on one version, with one Windows.</summary>
/// <param name="VersionId">The version that they acknowledged last; 0 = none.</param>
/// <param name="Build">Windows' build; null when enrollment named none.</param>
/// <param name="Edition">Windows' edition by its number; null when not known.</param>
/// <param name="IsSilent">Whether they have not called for long.</param>
/// <param name="Devices">How many.</param>
public sealed record DeviceGroup(long VersionId, int? Build, int? Edition, bool IsSilent, int Devices);

/// <summary>One effect with the PCs that it has.</summary>
/// <param name="Area">The area's title; empty for what is about the whole policy.</param>
/// <param name="Leaning">Which way it leans.</param>
/// <param name="Devices">How many PCs.</param>
/// <param name="Words">What they do: "get a stricter lock".</param>
/// <param name="Details">The changes behind it.</param>
public sealed record EffectRow(string Area, Leaning Leaning, int Devices, string Words, ValueList<string> Details);

/// <summary>What publishing would do, PC by PC, counted.</summary>
/// <param name="Devices">The PCs that would get it.</param>
/// <param name="Unchanged">Those of them for which nothing changes.</param>
/// <param name="Sentence">The whole in one sentence of a few parts.</param>
/// <param name="Rows">Every effect, the weightiest first.</param>
public sealed record EffectForecast(int Devices, int Unchanged, string Sentence, ValueList<EffectRow> Rows);
