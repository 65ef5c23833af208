using System.Collections.Immutable;

namespace MamConsole.Protocol.SyncML;

/// <summary>A command, status or result in a SyncBody: a closed set (OMA DM 1.2; docs/reference/protocol.md §3.2).</summary>
public abstract record SyncCommand
{
    private SyncCommand(string cmdId) => CmdId = cmdId;

    /// <summary>
    /// The CmdID, unique in its message and never "0". Devices may use any text, this server uses small integers. Empty when the sender
    /// omitted it.
    /// </summary>
    public string CmdId { get; init; }

    /// <summary>The name of the element on the wire.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Returns the items of the command and the commands of a group. Both are empty for alerts, statuses, results and unknown elements.
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

    /// <summary>Reads the value of a node; the response is a <see cref="Results"/>.</summary>
    public sealed record Get(string CmdId, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Get";
    }

    /// <summary>Executes a node.</summary>
    public sealed record Exec(string CmdId, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Exec";
    }

    /// <summary>Executes all commands or none. Contains no Get and no other Atomic (docs/reference/protocol.md §3.5).</summary>
    public sealed record Atomic(string CmdId, ImmutableArray<SyncCommand> Commands) : SyncCommand(CmdId)
    {
        public override string Name => "Atomic";
    }

    /// <summary>Executes the commands in order.</summary>
    public sealed record Sequence(string CmdId, ImmutableArray<SyncCommand> Commands) : SyncCommand(CmdId)
    {
        public override string Name => "Sequence";
    }

    /// <summary>
    /// An event. <paramref name="Code"/> is its Data (1201, 1224, 1226 …; docs/reference/protocol.md §3.11); 0 when it is absent or not a
    /// number.
    /// </summary>
    public sealed record Alert(string CmdId, int Code, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Alert";
    }

    /// <summary>The status of one command of an earlier message.</summary>
    /// <param name="CmdId">The id of the status itself.</param>
    /// <param name="MessageRef">The MsgID of the message.</param>
    /// <param name="CommandRef">The CmdID of the command; "0" for the header; empty for a command that had none.</param>
    /// <param name="Command">The name of the command.</param>
    /// <param name="Code">The code; <see cref="StatusCode.None"/> when Data is not a number.</param>
    /// <param name="OriginalError">
    /// The HRESULT of Windows (<c>msft:originalerror</c>), unvalidated; null when it is absent or longer than 64 characters.
    /// </param>
    /// <param name="TargetRefs">The LocURIs of the affected items, when not all are.</param>
    /// <param name="SourceRefs">The same by Source.</param>
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

    /// <summary>The result of a Get. A missing MsgRef means 1 (docs/reference/protocol.md §3.6).</summary>
    public sealed record Results(string CmdId, int MessageRef, string CommandRef, ImmutableArray<SyncItem> Items) : SyncCommand(CmdId)
    {
        public override string Name => "Results";
    }

    /// <summary>An element under SyncBody, Atomic or Sequence that is not a supported command; its status is 400 or 406.</summary>
    public sealed record Unknown(string CmdId, string Element) : SyncCommand(CmdId)
    {
        public override string Name => Element;
    }
}
