using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>The direction of a change for the PCs that get it.</summary>
[JsonConverter(typeof(CamelCaseEnum<StrictnessChange>))]
public enum StrictnessChange
{
    /// <summary>Neither stricter nor less strict, or partly both.</summary>
    Neutral = 0,

    /// <summary>People can do less, and data is better protected.</summary>
    Stricter = 1,

    /// <summary>People can do more, and data is less protected.</summary>
    Looser = 2,

    /// <summary>These PCs may acknowledge the change but do not enforce it.</summary>
    NotEnforced = 3,

    /// <summary>Whether these PCs enforce the change is not known.</summary>
    Unsure = 4,
}
