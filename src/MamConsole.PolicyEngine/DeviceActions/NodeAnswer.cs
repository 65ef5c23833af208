using System.Text.Json.Serialization;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>What the device said about one node.</summary>
/// <param name="LocUri">The node.</param>
/// <param name="Code">Its status; 0 = it said nothing.</param>
/// <param name="OriginalError">Windows' own error beside it.</param>
/// <param name="Value">What a Get brought; null when it brought nothing.</param>
public sealed record NodeAnswer(string LocUri, int Code = 0, string? OriginalError = null, string? Value = null)
{
    /// <summary>Whether the value is longer than what is kept of it.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether the device did it.</summary>
    [JsonIgnore]
    public bool Succeeded => new StatusCode(Code).IsSuccess;
}
