using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>The interval of reads. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<ReadInterval>))]
public enum ReadInterval
{
    /// <summary>At every check-in.</summary>
    Call = 0,
    Day = 1,
    Week = 2,

    /// <summary>30 days.</summary>
    Month = 3,
    Never = 4,
}
