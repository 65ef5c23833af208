using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>The two kinds of check-in schedule. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<PollingSchedule>))]
public enum PollingSchedule
{
    /// <summary>Five times every 3 minutes, eight times every 15 minutes, then every 8 hours.</summary>
    Suggested = 0,

    /// <summary>Six custom numbers.</summary>
    Own = 1,
}
