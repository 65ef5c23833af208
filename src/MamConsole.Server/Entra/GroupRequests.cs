using System.Threading.Channels;

namespace MamConsole.Server.Entra;

/// <summary>
/// People whose groups somebody wants soon: those who just enrolled a device. In memory alone: what is lost here is found by the job, which
/// looks for people who were never read.
/// </summary>
internal sealed class GroupRequests
{
    private const int Capacity = 10_000;

    private readonly Channel<Guid> queue = Channel.CreateBounded<Guid>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    /// <summary>Returns at once.</summary>
    public void Enqueue(Guid person) => queue.Writer.TryWrite(person);

    public ChannelReader<Guid> Reader => queue.Reader;
}
