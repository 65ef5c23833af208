using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>Which way a change leans for the PCs that get it.</summary>
[JsonConverter(typeof(CamelCaseEnum<StrictnessChange>))]
public enum StrictnessChange
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
