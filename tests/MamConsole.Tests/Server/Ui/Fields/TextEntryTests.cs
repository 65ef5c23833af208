using Bunit;
using MamConsole.PolicyEngine.Findings;
using MamConsole.Server.Ui.Fields;

namespace MamConsole.Tests.Server.Ui.Fields;

public sealed class TextEntryTests : BunitContext
{
    private const string Path = "deviceLock.minimumLength";
    private static readonly Finding TooShort = new("DL-02", Severity.Block, Path, "Windows accepts 4 to 16 characters.", "4");
    private string value = "3";

    [Fact]
    public void Input_ReferencesLabelHelpAndMessages()
    {
        var field = Shown(new FormFindings([TooShort], ReadOnly: false));

        var input = field.Find("input");
        Assert.Equal("Minimum password length", field.Find($"label[for={input.Id}]").TextContent);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find($"#{id}").TextContent.Trim()).ToArray();
        Assert.Equal("4 to 16.", described[0]);
        Assert.Contains("Blocks publishing: Windows accepts 4 to 16 characters.", described[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Input_IgnoresFindingsOfOtherFields()
    {
        var field = Shown(new FormFindings([TooShort with { Field = "deviceLock.history" }], ReadOnly: false));

        Assert.False(field.Find("input").HasAttribute("aria-invalid"));
        Assert.Empty(field.FindAll(".err"));
    }

    [Fact]
    public void Input_IsNotInvalidWithWarning()
    {
        var field = Shown(new FormFindings([TooShort with { Severity = Severity.Warn }], ReadOnly: false));

        Assert.False(field.Find("input").HasAttribute("aria-invalid"));
        Assert.StartsWith("Warning:", field.Find(".err.warning").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Input_PassesTypedValueUnchanged()
    {
        var field = Shown(FormFindings.None);

        field.Find("input").Input("five");

        Assert.Equal("five", value);
    }

    [Fact]
    public void Suggestion_IsAppliedByButton()
    {
        var field = Shown(new FormFindings([TooShort], ReadOnly: false));

        field.Find(".fix button").Click();

        Assert.Equal("4", value);
    }

    [Fact]
    public void Input_IsReadOnlyAndHasNoRepairForReaders()
    {
        var field = Shown(new FormFindings([TooShort], ReadOnly: true));

        Assert.True(field.Find("input").HasAttribute("readonly"));
        Assert.Empty(field.FindAll("button"));
    }

    private IRenderedComponent<TextEntry> Shown(FormFindings form) =>
        Render<TextEntry>(p =>
            p.AddCascadingValue(form)
                .Add(f => f.Label, "Minimum password length")
                .Add(f => f.Path, Path)
                .Add(f => f.Unit, "characters")
                .Add(f => f.Value, value)
                .Add(f => f.ValueChanged, v => value = v)
                .Add(f => f.Help, "4 to 16.")
        );
}
