using System.Buffers.Binary;
using System.Net;

namespace MamConsole.Server.DeviceRequests;

/// <summary>
/// The key by which requests are counted: the address itself, or with IPv6 its /64, because one sender usually has the whole /64.
/// </summary>
internal readonly record struct AddressKey(ulong Network, bool IsV6)
{
    /// <param name="address">The address of the sender, after trusted proxies; null over a Unix socket, where all senders share one
    /// key.</param>
    public static AddressKey Of(IPAddress? address)
    {
        if (address is null)
        {
            return default;
        }

        Span<byte> bytes = stackalloc byte[16];
        var v4 = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        v4.TryWriteBytes(bytes, out var length);
        return length == 4
            ? new AddressKey(BinaryPrimitives.ReadUInt32BigEndian(bytes), false)
            : new AddressKey(BinaryPrimitives.ReadUInt64BigEndian(bytes), true);
    }
}
