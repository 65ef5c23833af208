using Bunit;
using MamConsole.Server.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MamConsole.Tests.Server.Ui;

public sealed class AgoTests : BunitContext
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 9, 46, 0, TimeSpan.Zero));

    public AgoTests()
    {
        time.SetLocalTimeZone(TimeZoneInfo.Utc);
        Services.AddSingleton(new ViewerClock(time));
    }

    [Fact]
    public void Ago_ShowsExactTimeInTitleAndAccessibleName()
    {
        var ago = Render<Ago>(p => p.Add(a => a.At, time.GetUtcNow().AddMinutes(-14)));

        var element = ago.Find("time");
        Assert.Equal("14 minutes ago, 23 November 2026, 09:32:00", element.TextContent);
        Assert.Equal("23 November 2026, 09:32:00", element.GetAttribute("title"));
        Assert.StartsWith("2026-11-23T09:32:00", element.GetAttribute("datetime"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ago_UpdatesWhilePageIsOpen()
    {
        var ago = Render<Ago>(p => p.Add(a => a.At, time.GetUtcNow().AddMinutes(-14)));

        time.Advance(TimeSpan.FromMinutes(1));

        ago.WaitForAssertion(() => Assert.StartsWith("15 minutes ago", ago.Find("time").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Ago_UsesTimeZoneOfBrowser()
    {
        var ago = Render<Ago>(p => p.Add(a => a.At, time.GetUtcNow()));

        Services.GetRequiredService<ViewerClock>().SetZone("Asia/Kolkata");

        ago.WaitForAssertion(() => Assert.Equal("23 November 2026, 15:16:00", ago.Find("time").GetAttribute("title")));
    }
}
