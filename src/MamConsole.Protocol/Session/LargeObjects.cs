using System.Collections.Immutable;
using System.Text;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>Splits a package into several messages when a text is too long for one (docs/reference/protocol.md §3.9).</summary>
internal static class LargeObjects
{
    /// <summary>Returns the bodies of the messages in order. Each but the last one ends with an incomplete chunk.</summary>
    /// <param name="commands">The package.</param>
    /// <param name="largest">
    /// The maximum length of a chunk in characters; at least 2, because a character outside the basic plane takes two.
    /// </param>
    public static ImmutableArray<ImmutableArray<SyncCommand>> Split(ImmutableArray<SyncCommand> commands, int largest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, 2);
        var bodies = ImmutableArray.CreateBuilder<ImmutableArray<SyncCommand>>();
        var body = ImmutableArray.CreateBuilder<SyncCommand>();
        foreach (var command in commands)
        {
            if (command is not SyncCommand.Results results || !results.Items.Any(IsLarge))
            {
                body.Add(command);
                continue;
            }

            foreach (var item in results.Items)
            {
                var chunks = IsLarge(item) ? Cut(item, largest) : [item];
                foreach (var chunk in chunks)
                {
                    body.Add(results with { Items = [chunk] });
                    if (chunk.MoreData)
                    {
                        bodies.Add(body.DrainToImmutable());
                    }
                }
            }
        }

        bodies.Add(body.DrainToImmutable());
        return bodies.DrainToImmutable();

        bool IsLarge(SyncItem item) => item.Data?.Length > largest;
    }

    private static ImmutableArray<SyncItem> Cut(SyncItem item, int largest)
    {
        var chunks = ImmutableArray.CreateBuilder<SyncItem>();
        var text = item.Data!;
        for (var start = 0; start < text.Length; )
        {
            var end = Math.Min(start + largest, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
            {
                end--;
            }

            // Only the first chunk contains the size of the whole object in bytes.
            chunks.Add(
                item with
                {
                    Data = text[start..end],
                    MoreData = end < text.Length,
                    Size = start == 0 ? Encoding.UTF8.GetByteCount(text) : null,
                }
            );
            start = end;
        }

        return chunks.ToImmutable();
    }
}
