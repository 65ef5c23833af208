using Bunit;
using MamConsole.Server.Ui;

namespace MamConsole.Tests.Server.Ui;

public sealed class StateMarkTests : BunitContext
{
    [Theory]
    [InlineData(MarkKind.Ready, "ready")]
    [InlineData(MarkKind.Attention, "attention")]
    [InlineData(MarkKind.Failed, "failed")]
    [InlineData(MarkKind.Unknown, "unknown")]
    [InlineData(MarkKind.Cannot, "cannot")]
    public void A_state_is_a_word_with_a_shape(MarkKind kind, string shape)
    {
        var mark = Render<StateMark>(p => p.Add(m => m.Kind, kind).AddChildContent("2 warnings"));

        var state = mark.Find("span.st");
        Assert.Equal("2 warnings", state.TextContent);
        Assert.Contains(shape, state.ClassList);
    }
}
