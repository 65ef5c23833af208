using MamConsole.Server.Access.Tokens;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.Tests.Server.Access.Tokens;

public sealed class ValidatedTokenCacheTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void What_was_seen_is_found_until_two_generations_later()
    {
        var cache = new ValidatedTokenCache<string>(100, clock);
        cache.Add("token", "value");
        Assert.Equal("value", cache.Find("token"));

        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("value", cache.Find("token"));

        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(cache.Find("token"));
    }

    [Fact]
    public void After_a_long_idle_time_nothing_is_left()
    {
        var cache = new ValidatedTokenCache<string>(100, clock);
        cache.Add("token", "value");
        clock.Advance(TimeSpan.FromMinutes(21));

        Assert.Null(cache.Find("token"));
    }

    [Fact]
    public void A_flood_holds_no_more_than_two_generations()
    {
        var cache = new ValidatedTokenCache<string>(100, clock);
        for (var number = 0; number < 1_000; number++)
        {
            cache.Add($"token {number}", "value");
        }

        Assert.InRange(cache.Count, 100, 200);
        Assert.Equal("value", cache.Find("token 999"));
        Assert.Null(cache.Find("token 0"));
    }
}
