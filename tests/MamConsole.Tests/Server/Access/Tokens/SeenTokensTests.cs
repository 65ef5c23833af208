using MamConsole.Server.Access.Tokens;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.Tests.Server.Access.Tokens;

public sealed class SeenTokensTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void What_was_seen_is_found_until_two_generations_later()
    {
        var seen = new SeenTokens<string>(100, clock);
        seen.Remember("token", "value");
        Assert.Equal("value", seen.Find("token"));

        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("value", seen.Find("token"));

        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(seen.Find("token"));
    }

    [Fact]
    public void After_a_long_silence_nothing_is_left()
    {
        var seen = new SeenTokens<string>(100, clock);
        seen.Remember("token", "value");
        clock.Advance(TimeSpan.FromMinutes(21));

        Assert.Null(seen.Find("token"));
    }

    [Fact]
    public void A_flood_holds_no_more_than_two_generations()
    {
        var seen = new SeenTokens<string>(100, clock);
        for (var number = 0; number < 1_000; number++)
        {
            seen.Remember($"token {number}", "value");
        }

        Assert.InRange(seen.Count, 100, 200);
        Assert.Equal("value", seen.Find("token 999"));
        Assert.Null(seen.Find("token 0"));
    }
}
