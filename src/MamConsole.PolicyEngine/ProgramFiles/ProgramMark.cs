using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>The WIP mark in a program file. Written by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<ProgramMark>))]
public enum ProgramMark
{
    /// <summary>No mark: without enrollment in MDM, Windows ignores the file in the list of allowed apps.</summary>
    None = 0,

    /// <summary>The file handles no private data, so Windows protects everything that it writes: WIP-aware.</summary>
    WipAware = 1,

    /// <summary>The file distinguishes work data from private data itself: enlightened.</summary>
    Enlightened = 2,
}
