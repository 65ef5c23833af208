namespace MamConsole.Protocol.Session;

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
