using System.Buffers;

namespace MamConsole.Protocol.SyncML;

/// <summary>The rules for addresses in a management tree (docs/reference/protocol.md §3.3).</summary>
public static class LocUri
{
    /// <summary>The maximum length of an accepted address, in characters.</summary>
    public const int MaxLength = 1024;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()+,;=:@%/{}"
    );

    /// <summary>
    /// Returns whether the text is an address below the root: it starts with <c>./</c>, no segment is empty, <c>.</c>, <c>..</c> or an
    /// encoded form of them, and all characters are allowed without encoding. An address with a query (<c>?prop=ACL</c>) is not accepted,
    /// because Windows does not support one.
    /// </summary>
    public static bool IsWellFormed(string? uri)
    {
        if (
            uri is not { Length: > 2 and <= MaxLength }
            || !uri.StartsWith("./", StringComparison.Ordinal)
            || uri.AsSpan().ContainsAnyExcept(Allowed)
        )
        {
            return false;
        }

        foreach (var range in uri.AsSpan(2).Split('/'))
        {
            var segment = Uri.UnescapeDataString(uri[2..][range]);
            if (segment is "" or "." or ".." || segment.AsSpan().ContainsAny('/', '\\', '\0'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Encodes a name as one segment of an address: UTF-8, then percent-encoded (<c>MS DM Server</c> becomes <c>MS%20DM%20Server</c>).
    /// </summary>
    public static string EscapeSegment(string name) => Uri.EscapeDataString(name);
}
