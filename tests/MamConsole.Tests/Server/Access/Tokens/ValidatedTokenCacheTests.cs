using MamConsole.Server.Access.Tokens;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.Tests.Server.Access.Tokens;

public sealed class ValidatedTokenCacheTests : IDisposable
{
    private const int Capacity = 100;

    private readonly FakeTimeProvider clock = new();
    private readonly ValidatedTokenCache<string> cache;

    public ValidatedTokenCacheTests() => cache = new ValidatedTokenCache<string>(Capacity, clock);

    private DateTimeOffset InAnHour => clock.GetUtcNow().AddHours(1);

    [Fact]
    public void Find_ReturnsAValueForTwentyMinutes()
    {
        cache.Add("token", "value", InAnHour);
        clock.Advance(TimeSpan.FromMinutes(19));
        Assert.Equal("value", cache.Find("token"));

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(cache.Find("token"));
    }

    [Fact]
    public void Find_ReturnsNothingOnceTheTokenHasExpired()
    {
        cache.Add("token", "value", clock.GetUtcNow().AddMinutes(5));
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Equal("value", cache.Find("token"));

        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(cache.Find("token"));
    }

    [Fact]
    public void Add_StoresNothingForExpiredToken()
    {
        cache.Add("token", "value", clock.GetUtcNow().AddMinutes(-1));

        Assert.Null(cache.Find("token"));
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void Add_ReplacesTheValueOfAToken()
    {
        cache.Add("token", "old", InAnHour);
        cache.Add("token", "new", InAnHour);

        Assert.Equal("new", cache.Find("token"));
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void Add_NeverStoresMoreThanTheLimit()
    {
        for (var number = 0; number < 10 * Capacity; number++)
        {
            cache.Add($"token {number}", "value", InAnHour);
            Assert.InRange(cache.Count, 1, Capacity);
        }
    }

    [Fact]
    public void Add_NeverStoresMoreThanTheLimitUnderConcurrency()
    {
        Parallel.For(0, 100 * Capacity, number => cache.Add($"token {number}", "value", InAnHour));

        Assert.InRange(cache.Count, 1, Capacity);
    }

    [Fact]
    public void Add_AcceptsNewTokensAfterOldOnesExpire()
    {
        for (var number = 0; number < Capacity; number++)
        {
            cache.Add($"token {number}", "value", InAnHour);
        }

        clock.Advance(TimeSpan.FromMinutes(21));
        Assert.Null(cache.Find("token 0"));
        Assert.True(
            SpinWait.SpinUntil(
                () =>
                {
                    cache.Add("new token", "value", InAnHour);
                    return cache.Find("new token") is not null;
                },
                TimeSpan.FromMinutes(1)
            ),
            "A full cache takes no new token although all of its tokens have expired."
        );
    }

    public void Dispose() => cache.Dispose();
}
