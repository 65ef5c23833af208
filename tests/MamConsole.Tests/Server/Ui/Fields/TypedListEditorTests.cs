using Bunit;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Ui.Fields;

namespace MamConsole.Tests.Server.Ui.Fields;

public sealed class TypedListEditorTests : BunitContext
{
    private const string Path = "networkBoundary.neutralResources";
    private ValueList<string> value = ["login.example"];
    private FormFindings form = FormFindings.None;

    public TypedListEditorTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Paste_AddsRowsAndReportsRepairs()
    {
        var editor = Shown();

        Paste(editor, "a.example;b.example,*.c.example.");

        Assert.Equal(["login.example", "a.example", "b.example", ".c.example"], value);
        var note = editor.Find("[role=status]").TextContent;
        Assert.Contains("3 rows added from your list, 1 repaired.", note, StringComparison.Ordinal);
        Assert.Contains("*.c.example. was changed to .c.example.", note, StringComparison.Ordinal);
        Assert.Equal("", editor.Find("textarea").GetAttribute("value") ?? "");
        Assert.Contains("repaired", editor.FindAll(".rows li")[3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_RevertsPaste()
    {
        var editor = Shown();
        Paste(editor, "a.example;*.b.example");

        Press(editor, "Undo");

        Assert.Equal(["login.example"], value);
        Assert.Equal("", editor.Find("[role=status]").TextContent.Trim());
    }

    [Fact]
    public void Enter_AddsTypedRow()
    {
        var editor = Shown();

        editor.Find("textarea").Input("a.example");
        Assert.Equal(["login.example"], value);

        editor.Find("textarea").Input("a.example\n");
        Assert.Equal(["login.example", "a.example"], value);
        Assert.Equal("", editor.Find("[role=status]").TextContent.Trim());
    }

    [Fact]
    public void InvalidRow_IsInputWithMessageAndRepair()
    {
        value = ["login.example", "*.b.example"];
        form = new FormFindings([new("W-NET-02", Severity.Block, $"{Path}[1]", "Windows knows no star.", ".b.example")], ReadOnly: false);
        var editor = Shown();

        var input = editor.Find(".rows .invalid input");
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Neutral resources, row 2", input.GetAttribute("aria-label"));
        Assert.Contains(
            "Blocks publishing: Windows knows no star.",
            editor.Find($"#{input.GetAttribute("aria-describedby")}").TextContent,
            StringComparison.Ordinal
        );

        Press(editor, "Use .b.example");

        Assert.Equal(["login.example", ".b.example"], value);
    }

    [Fact]
    public void Edit_ChangesRowInPlace()
    {
        var editor = Shown();

        editor.Find("button[aria-label='Edit login.example']").Click();
        editor.Find("input[aria-label='Neutral resources, row 1']").Change("sign-in.example");

        Assert.Equal(["sign-in.example"], value);
        Assert.Empty(editor.FindAll("input"));
    }

    [Fact]
    public void Remove_DeletesNamedRow()
    {
        var editor = Shown();

        editor.Find("button[aria-label='Remove login.example']").Click();

        Assert.Empty(value);
    }

    [Fact]
    public void PublishedRows_AreCollapsedAndNewOnesMarked()
    {
        var published = Enumerable.Range(1, 9).Select(n => $"{n}.example").ToValueList();
        value = published.Add("new.example");
        var editor = Shown(published);

        Assert.Equal("5 more, as in version 7", editor.Find(".rest span").TextContent);
        Assert.Contains("new.example", editor.Find("li.new").TextContent, StringComparison.Ordinal);

        editor.Find(".rest button").Click();

        Assert.Equal(10, editor.FindAll(".rows code").Count);
    }

    [Fact]
    public void LongList_ShowsOneWindowAndRowsWithMessages()
    {
        value = Enumerable.Range(1, 3000).Select(n => $"h{n}.example").ToValueList();
        form = new FormFindings([new("W-NET-02", Severity.Block, $"{Path}[2711]", "Windows knows no star.")], ReadOnly: false);
        var editor = Shown();

        Assert.Equal(51, editor.FindAll(".rows li:not(.add)").Count);
        Assert.Equal("Rows 1 to 50 of 3,000", editor.Find(".finder [role=status]").TextContent);
        Assert.Equal("h2712.example", editor.Find("#f-networkBoundary-neutralResources-2711").GetAttribute("value"));
        Assert.Contains("row 2,712", editor.Find(".rows li.invalid").TextContent, StringComparison.Ordinal);

        editor.FindAll(".finder button")[1].Click();
        Assert.Equal("Rows 51 to 100 of 3,000", editor.Find(".finder [role=status]").TextContent);

        editor.Find(".finder input").Input("h299");
        Assert.Equal("Rows 1 to 11 of 11", editor.Find(".finder [role=status]").TextContent);
        Assert.True(editor.FindAll(".finder button")[1].HasAttribute("disabled"));

        editor.Find("button[aria-label='Remove h2991.example']").Click();
        Assert.Equal((2999, false), (value.Count, value.Contains("h2991.example")));

        editor.Find(".finder input").Input("nowhere");
        Assert.Equal("No row matches.", editor.Find(".finder [role=status]").TextContent);
    }

    [Fact]
    public void LongPaste_ShowsNewRowsAndFirstRepairs()
    {
        var editor = Shown();

        Paste(editor, string.Join(';', Enumerable.Range(1, 3000).Select(n => $"*.h{n}.example")));

        Assert.Equal(3001, value.Count);
        Assert.Equal("Rows 2,952 to 3,001 of 3,001", editor.Find(".finder [role=status]").TextContent);
        var note = editor.Find("[role=status]").TextContent;
        Assert.Contains("3,000 rows added from your list, 3,000 repaired.", note, StringComparison.Ordinal);
        Assert.Contains("*.h12.example was changed to .h12.example. And 2,988 more.", note, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadOnly_ShowsRowsWithoutButtons()
    {
        form = new FormFindings([], ReadOnly: true);
        var editor = Shown();

        Assert.Equal("login.example", editor.Find(".rows code").TextContent);
        Assert.Empty(editor.FindAll("button, textarea, input"));
    }

    [Fact]
    public void Wire_IsShownOnRequest()
    {
        var editor = Shown(wire: "login.example,b.example");

        Assert.Equal("login.example,b.example", editor.Find("details pre").TextContent);
    }

    private IRenderedComponent<TypedListEditor<string>> Shown(ValueList<string>? published = null, string? wire = null)
    {
        IRenderedComponent<TypedListEditor<string>>? editor = null;
        editor = Render<TypedListEditor<string>>(p =>
            p.AddCascadingValue(form)
                .Add(e => e.Label, "Neutral resources")
                .Add(e => e.Path, Path)
                .Add(e => e.AddLabel, "Add a neutral place")
                .Add(e => e.Value, value)
                .Add(e => e.Text, row => row)
                .Add(e => e.Read, text => text)
                .Add(e => e.Paste, text => Pasted(PastedList.Hosts(text)))
                .Add(e => e.Published, published)
                .Add(e => e.PublishedName, "version 7")
                .Add(e => e.Wire, wire)
                .Add(
                    e => e.ValueChanged,
                    rows =>
                    {
                        value = rows;
                        editor!.Render(q => q.Add(e => e.Value, rows));
                    }
                )
        );
        return editor;
    }

    private static PastedRows<string> Pasted(Pasted<string> pasted) => new(pasted.Rows, pasted.Repairs);

    private static void Paste(IRenderedComponent<TypedListEditor<string>> editor, string text)
    {
        editor.Find("textarea").TriggerEvent("onpaste", new Microsoft.AspNetCore.Components.Web.ClipboardEventArgs());
        editor.Find("textarea").Input(text);
    }

    private static void Press(IRenderedComponent<TypedListEditor<string>> editor, string name) =>
        editor.FindAll("button").Single(b => b.TextContent == name).Click();
}
