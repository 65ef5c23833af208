using Bunit;
using MamConsole.Server.Ui;

namespace MamConsole.Tests.Server.Ui;

public sealed class StatusBadgeTests : BunitContext
{
    [Theory]
    [InlineData(StatusKind.Ready, "ready")]
    [InlineData(StatusKind.Attention, "attention")]
    [InlineData(StatusKind.Failed, "failed")]
    [InlineData(StatusKind.Unknown, "unknown")]
    [InlineData(StatusKind.Cannot, "cannot")]
    public void StatusBadge_RendersTextAndShape(StatusKind kind, string shape)
    {
        var mark = Render<StatusBadge>(p => p.Add(m => m.Kind, kind).AddChildContent("2 warnings"));

        var state = mark.Find("span.st");
        Assert.Equal("2 warnings", state.TextContent);
        Assert.Contains(shape, state.ClassList);
    }
}
