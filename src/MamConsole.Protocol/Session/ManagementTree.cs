using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>What a device's session needs of the tree that it manages: execute one item of one command.</summary>
/// <remarks>A tree is a value: executing yields the tree afterwards, so that an Atomic is rolled back by forgetting it (protocol.md §3.5).</remarks>
public abstract record ManagementTree
{
    /// <summary>Executes one item. Never throws for what a server may ask: each refusal is a status.</summary>
    /// <param name="verb">What to do.</param>
    /// <param name="item">Its target, format and data.</param>
    public abstract TreeAnswer Execute(NodeVerb verb, SyncItem item);
}

/// <summary>What a command does to a node.</summary>
public enum NodeVerb
{
    /// <summary>Create a node that is not there yet.</summary>
    Add,

    /// <summary>Write a node's value.</summary>
    Replace,

    /// <summary>Remove a node and what stands below it.</summary>
    Delete,

    /// <summary>Read a node's value, or the names of its children.</summary>
    Get,

    /// <summary>Run a node.</summary>
    Exec,
}

/// <summary>How one item went.</summary>
/// <param name="Tree">The tree afterwards; the same one unless the item succeeded in changing it.</param>
/// <param name="Code">The status of the item.</param>
/// <param name="OriginalError">The HRESULT behind a failure, as <c>0x</c> and eight hex digits.</param>
/// <param name="Found">What a Get found, to be sent as Results.</param>
/// <param name="EndsSession">The device leaves the session without another word: an Exec of Unenroll does this (protocol.md §6.1).</param>
public sealed record TreeAnswer(ManagementTree Tree, StatusCode Code, string? OriginalError = null, SyncItem? Found = null, bool EndsSession = false);
