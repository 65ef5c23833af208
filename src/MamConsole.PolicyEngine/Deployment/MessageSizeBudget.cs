using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The size budget of one message of the server.</summary>
/// <param name="Bytes">The maximum size of the device's messages in bytes of encoded commands; <see cref="int.MaxValue"/> when it has no
/// limit.</param>
public sealed record MessageSizeBudget(int Bytes)
{
    /// <summary>
    /// The server's own maximum of commands in a message, including those inside groups. A device answers each with a status, and each Get
    /// with results: 64 keep its answer well below <see cref="MamConsole.Protocol.WireLimits"/>, and an aborted session loses little.
    /// </summary>
    public const int MaximumCommands = 64;

    /// <summary>
    /// The server's own maximum of a message's commands in bytes: a device may hold a whole message in memory, and Windows documents no
    /// maximum. A command or an Atomic that is larger is sent in a separate message.
    /// </summary>
    public const int MaximumBytes = 48 * 1024;

    /// <summary>
    /// The smallest maximum message size of a device, in bytes, that the server supports. Below it hardly one command fits next to the
    /// statuses, and the session ends.
    /// </summary>
    public const int MinimumMessageBytes = 2048;

    /// <summary>The minimum of bytes for commands next to the statuses; with less the session ends.</summary>
    public const int MinimumBytes = 512;

    /// <summary>The size of the group elements.</summary>
    private const int GroupOverhead = 128;

    /// <summary>A placeholder for ids of the maximum length while sizes are calculated.</summary>
    private const string LargestCommandId = "2147483647";

    /// <summary>The budget for a device without a maximum message size.</summary>
    public static readonly MessageSizeBudget Unbounded = new(int.MaxValue);

    /// <summary>Whether commands can be sent at all.</summary>
    public bool IsEnough => Bytes >= MinimumBytes;

    /// <summary>Creates the budget from the device's maximum and the size of the other parts of the message.</summary>
    /// <param name="most">MaxMsgSize; null when the device reported none.</param>
    /// <param name="others">Returns the size of the message without commands in bytes; called only when there is a maximum.</param>
    public static MessageSizeBudget Of(long? most, Func<int> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return most switch
        {
            null => Unbounded,
            < MinimumMessageBytes => new MessageSizeBudget(0),
            { } bound => new MessageSizeBudget((int)Math.Clamp(bound - others(), 0, int.MaxValue)),
        };
    }

    /// <summary>
    /// Splits a plan into the commands of this message and those of later ones, in the order of sending of <see cref="CommandBatch"/>. An
    /// Atomic is not split.
    /// </summary>
    public MessageSplit Split(ValueList<PlannedCommand> plan, CompiledPolicy version, string grouping, SecretValues? secrets = null)
    {
        ArgumentNullException.ThrowIfNull(version);
        var factory = new CommandFactory(version, grouping, secrets ?? SecretValues.None);
        var now = new List<PlannedCommand>();
        var later = new List<PlannedCommand>();
        var unsent = new List<UnsentCommand>();
        var used = GroupOverhead;

        foreach (var group in CommandBatch.Groups(plan, factory))
        {
            if (factory.AtomicOf(group[0]) is not null)
            {
                Assign(group);
                continue;
            }

            foreach (var command in group)
            {
                Assign([command]);
            }
        }

        return new MessageSplit(now.ToValueList(), later.ToValueList(), [.. unsent]);

        void Assign(PlannedCommand[] whole)
        {
            if (Array.Exists(whole, c => factory.Fault(c) is not null))
            {
                unsent.AddRange(whole.Select(c => new UnsentCommand(c, factory.Fault(c) ?? StatusCode.RolledBack)));
                return;
            }

            var size = whole.Sum(c => SyncMLWriter.SizeOf(factory.Make(c, LargestCommandId)));
            if (size > Bytes - GroupOverhead)
            {
                unsent.AddRange(whole.Select(c => new UnsentCommand(c, StatusCode.TooLarge)));
            }
            else if (
                later.Count > 0
                || (now.Count > 0 && (used + size > Math.Min(Bytes, MaximumBytes) || now.Count + whole.Length > MaximumCommands))
            )
            {
                // The commands after it are also postponed, because the order matters.
                later.AddRange(whole);
            }
            else
            {
                now.AddRange(whole);
                used += size;
            }
        }
    }
}
