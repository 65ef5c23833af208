namespace MamConsole.Protocol.Session;

/// <summary>The effect of a command on a node.</summary>
public enum NodeVerb
{
    /// <summary>Create a node that does not exist yet.</summary>
    Add,

    /// <summary>Write a node's value.</summary>
    Replace,

    /// <summary>Remove a node and its children.</summary>
    Delete,

    /// <summary>Read a node's value, or the names of its children.</summary>
    Get,

    /// <summary>Execute a node.</summary>
    Exec,
}
