using System.Threading.Channels;

namespace MamConsole.Server.Entra;

/// <summary>
/// A queue of people whose groups are read soon, because they just enrolled a device. It is held in memory only: lost entries are found by
/// the job, which looks for people whose groups were never read.
/// </summary>
internal sealed class GroupRequests
{
    private const int Capacity = 10_000;

    private readonly Channel<Guid> queue = Channel.CreateBounded<Guid>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    /// <summary>Adds a person; returns at once.</summary>
    public void Enqueue(Guid person) => queue.Writer.TryWrite(person);

    public ChannelReader<Guid> Reader => queue.Reader;
}
