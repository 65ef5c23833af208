using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>The two ways to say how often PCs check in. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<PollingSchedule>))]
public enum PollingSchedule
{
    /// <summary>Every 3 minutes five times, every 15 minutes eight times, then every 8 hours.</summary>
    Suggested = 0,

    /// <summary>The six numbers.</summary>
    Own = 1,
}
