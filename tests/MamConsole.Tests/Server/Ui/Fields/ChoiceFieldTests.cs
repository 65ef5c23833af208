using Bunit;
using MamConsole.Server.Ui.Fields;

namespace MamConsole.Tests.Server.Ui.Fields;

public sealed class ChoiceFieldTests : BunitContext
{
    [Fact]
    public void Change_SetsNullForNotStatedOption()
    {
        bool? value = true;
        var field = Render<ChoiceField<bool?>>(p =>
            p.Add(f => f.Label, "Simple passwords")
                .Add(f => f.Path, "deviceLock.allowSimple")
                .Add(f => f.Options, Choices.YesNo("Allowed", "Refused"))
                .Add(f => f.Value, value)
                .Add(f => f.ValueChanged, v => value = v)
        );

        Assert.Equal("Simple passwords", field.Find("fieldset > legend").TextContent);
        Assert.Equal("Allowed", field.Find("label:has(input[checked])").TextContent.Trim());

        field.FindAll("input")[0].Change(true);

        Assert.Null(value);
    }
}
