using System.Net;
using MamConsole.Server.DeviceRequests;

namespace MamConsole.Tests.Server.DeviceRequests;

public sealed class DeviceRateLimiterTests
{
    private static readonly IPAddress Office = IPAddress.Parse("203.0.113.7");

    private static DeviceIdentity Person { get; } =
        new()
        {
            TenantId = Guid.NewGuid(),
            ObjectId = Guid.NewGuid(),
            Upn = null,
            Name = null,
            DeviceId = null,
            Expires = DateTimeOffset.UnixEpoch,
        };

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("0.0.0.1", "::1", false)]
    public void AddressKey_GroupsIPv6AddressesByNetwork(string one, string other, bool same) =>
        Assert.Equal(same, AddressKey.Of(IPAddress.Parse(one)) == AddressKey.Of(IPAddress.Parse(other)));

    [Fact]
    public void TryAcquire_CountsOnlyRejectionsOfAddress()
    {
        using var rateLimiter = new DeviceRateLimiter(new DeviceLimits { RejectionsPerAddressPerMinute = 2 });
        for (var i = 0; i < 100; i++)
        {
            Assert.True(rateLimiter.TryAcquire(Office));
        }

        rateLimiter.CountRejection(Office);
        Assert.True(rateLimiter.TryAcquire(Office));
        rateLimiter.CountRejection(Office);
        Assert.False(rateLimiter.TryAcquire(Office));
        Assert.True(rateLimiter.TryAcquire(IPAddress.Parse("203.0.113.8")));
    }

    [Fact]
    public void TryAcquire_AcceptsAddressAgainAfterPause()
    {
        using var rateLimiter = new DeviceRateLimiter(new DeviceLimits { RejectionsPerAddressPerMinute = 6_000 });
        while (rateLimiter.TryAcquire(Office))
        {
            rateLimiter.CountRejection(Office);
        }

        // A hundred permits are restored each second; the time limit of the test bounds the loop.
        while (!rateLimiter.TryAcquire(Office))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public void TryAcquire_AllowsBurstOfHalfLimitPerDevice()
    {
        using var rateLimiter = new DeviceRateLimiter(new DeviceLimits { CallsPerDevicePerMinute = 8 });

        Assert.Equal(4, Enumerable.Range(0, 20).Count(_ => rateLimiter.TryAcquire(Person, "A")));
        Assert.True(rateLimiter.TryAcquire(Person, "B"));
        Assert.True(rateLimiter.TryAcquire(Person with { ObjectId = Guid.NewGuid() }, "A"));
    }

    [Fact]
    public void TryAcquire_HasNoLimitWhenZero()
    {
        using var rateLimiter = new DeviceRateLimiter(new DeviceLimits { CallsPerDevicePerMinute = 0, RejectionsPerAddressPerMinute = 0 });
        for (var i = 0; i < 1_000; i++)
        {
            rateLimiter.CountRejection(Office);
            Assert.True(rateLimiter.TryAcquire(Office));
            Assert.True(rateLimiter.TryAcquire(Person, "A"));
        }
    }
}
