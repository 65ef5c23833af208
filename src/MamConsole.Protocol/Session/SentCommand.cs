using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>A sent command with a status that the device is expected to return.</summary>
/// <param name="CmdId">The CmdID in the server's message.</param>
/// <param name="Name">The element name, which a status must repeat.</param>
/// <param name="LocUri">The target of the item; null for Atomic and Sequence.</param>
/// <param name="Answered">Whether a status was received in an earlier message of the device's package; another one is dropped.</param>
/// <param name="Read">
/// Whether the value of a Get was received or is invalid. Further results are dropped, in particular the rest of an invalid large object.
/// </param>
public sealed record SentCommand(string CmdId, string Name, string? LocUri, bool Answered = false, bool Read = false)
{
    /// <summary>Returns the commands of a message in the order of their statuses: a group, then its commands.</summary>
    public static ImmutableArray<SentCommand> Of(ImmutableArray<SyncCommand> commands)
    {
        var sent = ImmutableArray.CreateBuilder<SentCommand>();
        Collect(commands, sent);
        return sent.DrainToImmutable();
    }

    private static void Collect(ImmutableArray<SyncCommand> commands, ImmutableArray<SentCommand>.Builder sent)
    {
        foreach (var command in commands)
        {
            var (items, children) = command.Parts();
            if (items.Length > 1)
            {
                throw new ArgumentException(
                    "A command of the server must have one item, because one status cannot report on several.",
                    nameof(commands)
                );
            }

            sent.Add(new SentCommand(command.CmdId, command.Name, items is [var item] ? item.Target : null));
            Collect(children, sent);
        }
    }
}
