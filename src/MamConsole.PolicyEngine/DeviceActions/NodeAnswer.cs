using System.Text.Json.Serialization;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>The device's answer for one node.</summary>
/// <param name="LocUri">The node.</param>
/// <param name="Code">The status; 0 = no answer.</param>
/// <param name="OriginalError">The Windows error code that accompanies it.</param>
/// <param name="Value">The value of a Get; null when there is none.</param>
public sealed record NodeAnswer(string LocUri, int Code = 0, string? OriginalError = null, string? Value = null)
{
    /// <summary>Whether the value was longer than the stored part.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether the device succeeded.</summary>
    [JsonIgnore]
    public bool Succeeded => new StatusCode(Code).IsSuccess;
}
