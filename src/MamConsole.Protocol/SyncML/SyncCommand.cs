using System.Collections.Immutable;

namespace MamConsole.Protocol.SyncML;

/// <summary>A command, status or result in a SyncBody: a closed set (OMA DM 1.2; docs/reference/protocol.md §3.2).</summary>
public abstract record SyncCommand
{
    private SyncCommand(string cmdId) => CmdId = cmdId;

    /// <summary>
    /// Unique in its message, never "0"; a device may use any text, we use small integers. Empty when the sender left it out.
    /// </summary>
    public string CmdId { get; init; }

    /// <summary>The element's name on the wire.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// What is asked of a node: the command's own items, and the commands that a group holds. Both are empty for alerts, answers and what
    /// is unknown.
    /// </summary>
    public (ImmutableArray<SyncItem> Items, ImmutableArray<SyncCommand> Commands) Parts() =>
        this switch
        {
            Add command => (command.Items, []),
            Replace command => (command.Items, []),
            Delete command => (command.Items, []),
            Get command => (command.Items, []),
            Exec command => (command.Items, []),
            Atomic group => ([], group.Commands),
            Sequence group => ([], group.Commands),
            _ => ([], []),
        };

    /// <summary>Creates a node.</summary>
    public sealed record Add(string CmdId, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Add";
    }

    /// <summary>Writes a node.</summary>
    public sealed record Replace(string CmdId, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Replace";
    }

    /// <summary>Removes a node.</summary>
    public sealed record Delete(string CmdId, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Delete";
    }

    /// <summary>Asks for a node's value; the answer is a <see cref="Results"/>.</summary>
    public sealed record Get(string CmdId, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Get";
    }

    /// <summary>Runs a node.</summary>
    public sealed record Exec(string CmdId, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Exec";
    }

    /// <summary>All or nothing. Holds no Get and no other Atomic (docs/reference/protocol.md §3.5).</summary>
    public sealed record Atomic(string CmdId, ImmutableArray<SyncCommand> Commands) : SyncCommand(CmdId)
    {
        public override string Name => "Atomic";
    }

    /// <summary>In this order.</summary>
    public sealed record Sequence(string CmdId, ImmutableArray<SyncCommand> Commands) : SyncCommand(CmdId)
    {
        public override string Name => "Sequence";
    }

    /// <summary>
    /// An event; <paramref name="Code"/> is its Data (1201, 1224, 1226 …; docs/reference/protocol.md §3.11), 0 when absent or no number.
    /// </summary>
    public sealed record Alert(string CmdId, int Code, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Alert";
    }

    /// <summary>The answer to one command of an earlier message.</summary>
    /// <param name="CmdId">Its own id.</param>
    /// <param name="MessageRef">The MsgID answered.</param>
    /// <param name="CommandRef">The CmdID answered; "0" is the header; empty for a command that had none.</param>
    /// <param name="Command">The name of the command answered.</param>
    /// <param name="Code">The verdict; <see cref="StatusCode.None"/> when Data is no number.</param>
    /// <param name="OriginalError">
    /// The HRESULT Windows puts beside the code (<c>msft:originalerror</c>), as written; null when it is longer than 64 characters and so
    /// none.
    /// </param>
    /// <param name="TargetRefs">The LocURIs meant, when only some items are.</param>
    /// <param name="SourceRefs">As above, by source.</param>
    public sealed record Status(
        string CmdId,
        int MessageRef,
        string CommandRef,
        string Command,
        StatusCode Code,
        string? OriginalError = null,
        ImmutableArray<string> TargetRefs = default,
        ImmutableArray<string> SourceRefs = default
    ) : SyncCommand(CmdId)
    {
        public override string Name => "Status";
    }

    /// <summary>What a Get found. A missing MsgRef means 1 (docs/reference/protocol.md §3.6).</summary>
    public sealed record Results(string CmdId, int MessageRef, string CommandRef, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Results";
    }

    /// <summary>An element under SyncBody, Atomic or Sequence that is no command known here; answered with status 400 or 406.</summary>
    public sealed record Unknown(string CmdId, string Element) : SyncCommand(CmdId)
    {
        public override string Name => Element;
    }
}
