using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>A command that was sent and that the device owes a status for.</summary>
/// <param name="CmdId">Its CmdID in our message.</param>
/// <param name="Name">The element's name; a status must repeat it.</param>
/// <param name="LocUri">The target of its item; null for Atomic and Sequence.</param>
/// <param name="Answered">Its status came already, in an earlier message of the device's package: another one is dropped.</param>
/// <param name="Read">A Get whose value came already, or broke on the way: further results are dropped, the tail of a broken object above
/// all.</param>
public sealed record SentCommand(string CmdId, string Name, string? LocUri, bool Answered = false, bool Read = false)
{
    /// <summary>The commands of a message as they will be answered: a group, then what it holds.</summary>
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
                    "A command of the server has one item: else its one status says nothing of each.",
                    nameof(commands)
                );
            }

            sent.Add(new SentCommand(command.CmdId, command.Name, items is [var item] ? item.Target : null));
            Collect(children, sent);
        }
    }
}
