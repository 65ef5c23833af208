using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>What a program file says of itself about work data. Written by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<ProgramMark>))]
public enum ProgramMark
{
    /// <summary>Nothing: without enrollment in MDM, Windows ignores it among the allowed apps.</summary>
    None = 0,

    /// <summary>That it holds no private data, so that Windows may protect all it writes: WIP-aware.</summary>
    WipAware = 1,

    /// <summary>That it tells work from private data by itself.</summary>
    Enlightened = 2,
}
