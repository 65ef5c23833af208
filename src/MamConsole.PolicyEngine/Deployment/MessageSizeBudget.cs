using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>How much fits into one message of ours.</summary>
/// <param name="Bytes">What the device takes, in bytes of commands as they are written; <see cref="int.MaxValue"/> when it names no
/// bound.</param>
public sealed record MessageSizeBudget(int Bytes)
{
    /// <summary>
    /// Our own bound on commands in a message, those inside groups counted. A device answers each with a status and each Get with results
    /// as well: 64 keep
    /// its answer well below what <see cref="MamConsole.Protocol.WireLimits"/> takes, and a session that breaks off loses little.
    /// </summary>
    public const int MaximumCommands = 64;

    /// <summary>
    /// Our own bound on a message's commands in bytes: a device may keep a whole message in memory, and Windows names no bound of its own.
    /// One command, or
    /// one Atomic, that is larger goes alone.
    /// </summary>
    public const int MaximumBytes = 48 * 1024;

    /// <summary>
    /// The smallest message a device may insist on, in bytes. Below it hardly one command fits beside the statuses, and the session ends
    /// instead.
    /// </summary>
    public const int MinimumMessageBytes = 2048;

    /// <summary>What must be left for commands beside the statuses; with less the session ends instead.</summary>
    public const int MinimumBytes = 512;

    /// <summary>The groups' own elements.</summary>
    private const int GroupOverhead = 128;

    /// <summary>Stands for each id while sizes are taken: none is longer.</summary>
    private const string LargestCommandId = "2147483647";

    /// <summary>The device names no bound.</summary>
    public static readonly MessageSizeBudget Unbounded = new(int.MaxValue);

    /// <summary>Whether anything may be sent at all.</summary>
    public bool IsEnough => Bytes >= MinimumBytes;

    /// <summary>From the device's bound and what the message holds besides commands.</summary>
    /// <param name="most">MaxMsgSize; null when the device named none.</param>
    /// <param name="others">Gives the bytes of the message without commands; asked only when there is a bound.</param>
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
    /// What of a plan goes into this message and what into later ones, in the order of sending, as <see cref="CommandBatch"/> writes it. An
    /// Atomic stays whole.
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
                // What comes after it waits too: the order counts.
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
