using System.Net;
using CsCheck;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.Values;

public sealed class IpRangeTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "10.0.0.0-10.255.255.255")]
    [InlineData("192.168.1.0/24", "192.168.1.0-192.168.1.255")]
    [InlineData("10.1.2.3/32", "10.1.2.3-10.1.2.3")]
    [InlineData("0.0.0.0/0", "0.0.0.0-255.255.255.255")]
    [InlineData("2001:db8::/32", "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("10.0.0.1/8", "10.0.0.0-10.255.255.255")]
    [InlineData("10.0.0.0/33", null)]
    [InlineData("10.0.0.0", null)]
    public void FromBlock_ReturnsFirstAndLastAddress(string block, string? range) =>
        Assert.Equal(range, IpRange.FromBlock(block)?.ToString());

    [Fact]
    public void SizeAndOverlaps_IncludeBothEnds()
    {
        var range = IpRange.Parse("10.0.0.1", "10.0.0.9");

        Assert.Equal(9, range.Size);
        Assert.True(range.Overlaps(IpRange.Parse("10.0.0.9", "10.0.0.20")));
        Assert.False(range.Overlaps(IpRange.Parse("10.0.0.10", "10.0.0.20")));
        Assert.True(range.Contains(IpRange.Parse("10.0.0.1", "10.0.0.1")));
        Assert.False(range.Overlaps(IpRange.Parse("::", "ffff::")));
    }

    [Fact]
    public void TryParse_AcceptsTwoAddressesInExactlyOneOrder() =>
        Gen.Select(Gen.UInt, Gen.UInt)
            .Sample(
                (a, b) =>
                {
                    var (first, last) = (Address(a), Address(b));
                    var range = IpRange.TryParse(first, last, out var forward, out var fault) ? forward : IpRange.Parse(last, first);

                    Assert.Equal(a <= b, fault is null);
                    Assert.Equal((long)Math.Max(a, b) - Math.Min(a, b) + 1, range.Size);
                    Assert.Equal(fault is null ? null : range.ToString(), fault?.Suggestion);
                },
                iter: Iterations.Of(100)
            );

    private static string Address(uint number) =>
        new IPAddress([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]).ToString();
}
