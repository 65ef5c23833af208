using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>How much fits into one message of ours.</summary>
/// <param name="Bytes">What the device takes, in bytes of commands as they are written; <see cref="int.MaxValue"/> when it names no bound.</param>
public sealed record MessageRoom(int Bytes)
{
    /// <summary>
    /// Our own bound on commands in a message, those inside groups counted. A device answers each with a status and each Get with results as well: 64 keep
    /// its answer well below what <see cref="MamConsole.Protocol.WireLimits"/> takes, and a session that breaks off loses little.
    /// </summary>
    public const int MostCommands = 64;

    /// <summary>
    /// Our own bound on a message's commands in bytes: a device may keep a whole message in memory, and Windows names no bound of its own. One command, or
    /// one Atomic, that is larger goes alone.
    /// </summary>
    public const int MostBytes = 48 * 1024;

    /// <summary>The smallest message a device may insist on, in bytes. Below it hardly one command fits beside the statuses, and the session ends instead.</summary>
    public const int LeastMessage = 2048;

    /// <summary>What must be left for commands beside the statuses; with less the session ends instead.</summary>
    public const int Least = 512;

    /// <summary>The groups' own elements.</summary>
    private const int Groups = 128;

    /// <summary>Stands for each id while sizes are taken: none is longer.</summary>
    private const string LongestId = "2147483647";

    /// <summary>The device names no bound.</summary>
    public static readonly MessageRoom Unbounded = new(int.MaxValue);

    /// <summary>Whether anything may be sent at all.</summary>
    public bool IsEnough => Bytes >= Least;

    /// <summary>From the device's bound and what the message holds besides commands.</summary>
    /// <param name="most">MaxMsgSize; null when the device named none.</param>
    /// <param name="others">Gives the bytes of the message without commands; asked only when there is a bound.</param>
    public static MessageRoom Of(long? most, Func<int> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return most switch
        {
            null => Unbounded,
            < LeastMessage => new MessageRoom(0),
            { } bound => new MessageRoom((int)Math.Clamp(bound - others(), 0, int.MaxValue)),
        };
    }

    /// <summary>
    /// What of a plan goes into this message and what into later ones, in the order of sending, as <see cref="CommandBatch"/> writes it. An Atomic stays whole.
    /// </summary>
    public MessageCut Cut(ValueList<PlannedCommand> plan, CompiledPolicy version, string grouping, SecretValues? secrets = null)
    {
        ArgumentNullException.ThrowIfNull(version);
        var maker = new CommandMaker(version, grouping, secrets ?? SecretValues.None);
        var now = new List<PlannedCommand>();
        var later = new List<PlannedCommand>();
        var unsent = new List<UnsentCommand>();
        var used = Groups;

        foreach (var group in CommandBatch.Groups(plan, maker))
        {
            if (maker.AtomicOf(group[0]) is not null)
            {
                Place(group);
                continue;
            }

            foreach (var command in group)
            {
                Place([command]);
            }
        }

        return new MessageCut(now.ToValueList(), later.ToValueList(), [.. unsent]);

        void Place(PlannedCommand[] whole)
        {
            if (Array.Exists(whole, c => maker.Fault(c) is not null))
            {
                unsent.AddRange(whole.Select(c => new UnsentCommand(c, maker.Fault(c) ?? StatusCode.RolledBack)));
                return;
            }

            var size = whole.Sum(c => SyncMLWriter.SizeOf(maker.Make(c, LongestId)));
            if (size > Bytes - Groups)
            {
                unsent.AddRange(whole.Select(c => new UnsentCommand(c, StatusCode.TooLarge)));
            }
            else if (
                later.Count > 0
                || (now.Count > 0 && (used + size > Math.Min(Bytes, MostBytes) || now.Count + whole.Length > MostCommands))
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
