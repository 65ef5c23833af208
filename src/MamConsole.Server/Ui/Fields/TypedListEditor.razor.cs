using System.Collections.Immutable;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Ui.Fields;

/// <summary>
/// See the markup. Rows are edited as text; <see cref="Read"/> accepts any text, and validation reports what is wrong with it.
/// </summary>
public sealed partial class TypedListEditor<T>
{
    /// <summary>Rows beyond this number are collapsed when they are unchanged since the published version.</summary>
    private const int Unfolded = 6;

    /// <summary>The maximum number of corrections that are listed; of further ones only the number is shown.</summary>
    private const int MaximumAnnounced = 12;

    private readonly HashSet<int> folded = [];
    private IReadOnlyDictionary<int, ImmutableArray<Finding>> findingsByRow = new Dictionary<int, ImmutableArray<Finding>>();
    private HashSet<T>? known;
    private RowWindow? window;
    private string query = "";
    private int first;
    private int? editing;
    private string typed = "";
    private bool pasting;
    private bool unfolded;
    private LastPaste? pasted;
    private bool focusRow;
    private ElementReference addBox;
    private ElementReference rowBox;

    [CascadingParameter]
    public FormFindings Form { get; set; } = FormFindings.None;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The list's path in the policy's document; the path of a row is <c>path[2]</c>.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    [Parameter, EditorRequired]
    public ValueList<T> Value { get; set; }

    [Parameter]
    public EventCallback<ValueList<T>> ValueChanged { get; set; }

    /// <summary>Converts a row to text.</summary>
    [Parameter, EditorRequired]
    public Func<T, string> Text { get; set; } = _ => "";

    /// <summary>Converts text to a row, valid or not.</summary>
    [Parameter, EditorRequired]
    public Func<string, T> Read { get; set; } = _ => throw new InvalidOperationException("A list needs a way to read a row.");

    /// <summary>Converts a whole list to rows; without it, commas, semicolons and line breaks separate rows.</summary>
    [Parameter]
    public Func<string, PastedRows<T>>? Paste { get; set; }

    /// <summary>The accessible name of the box for a new row.</summary>
    [Parameter, EditorRequired]
    public string AddLabel { get; set; } = "";

    [Parameter]
    public string Placeholder { get; set; } = "Add a value, or paste a list";

    /// <summary>A short text at the right end of a row.</summary>
    [Parameter]
    public Func<T, int, string?>? Meta { get; set; }

    /// <summary>The rows of the version in force; null when there is none.</summary>
    [Parameter]
    public ValueList<T>? Published { get; set; }

    /// <summary>The display name of the version in force, such as "version 7".</summary>
    [Parameter]
    public string PublishedName { get; set; } = "published";

    /// <summary>The exact value on the wire, when the list is valid.</summary>
    [Parameter]
    public string? Wire { get; set; }

    [Parameter]
    public RenderFragment? Help { get; set; }

    private string ListId => FormFindings.InputId(Path);

    private string LabelId => $"{ListId}-label";

    private string HelpId => $"{ListId}-help";

    /// <summary>The list's own id, so that a message about the whole list links to its box.</summary>
    private string AddId => ListId;

    private string RowId(int index) => FormFindings.InputId($"{Path}[{index}]");

    protected override void OnParametersSet()
    {
        findingsByRow = Form.ByRow(Path);
        known = Published is { } published ? [.. published] : null;
        Arrange();
    }

    /// <summary>
    /// A long list shows a window of its rows; a shorter one collapses rows that are unchanged since the published version.
    /// </summary>
    private void Arrange()
    {
        folded.Clear();
        window =
            Value.Count <= RowWindow.WholeUpTo
                ? null
                : RowWindow.Of(
                    Value.Count,
                    query.Trim() is { Length: > 0 } desired
                        ? row => Text(Value[row]).Contains(desired, StringComparison.OrdinalIgnoreCase)
                        : null,
                    findingsByRow.Keys,
                    first,
                    editing
                );
        if (unfolded || window is not null || known is null || Value.Count <= Unfolded)
        {
            return;
        }

        var shown = 0;
        for (var i = 0; i < Value.Count; i++)
        {
            if (known.Contains(Value[i]) && At(i).IsEmpty && editing != i && ++shown > Unfolded - 2)
            {
                folded.Add(i);
            }
        }

        if (folded.Count == 1)
        {
            folded.Clear();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusRow)
        {
            focusRow = false;
            await rowBox.FocusAsync();
        }
    }

    private bool IsNew(int index) => known is not null && !known.Contains(Value[index]);

    private ImmutableArray<Finding> At(int index) => findingsByRow.GetValueOrDefault(index, []);

    private static string Where(RowWindow part) =>
        part.Matches == 0
            ? "No row matches."
            : $"Rows {Plural.Number(part.First + 1)} to {Plural.Number(part.Last)} of {Plural.Number(part.Matches)}";

    private void Look()
    {
        first = 0;
        Arrange();
    }

    private void Move(int rows)
    {
        first = (window?.First ?? 0) + rows;
        Arrange();
    }

    private string? RowClass(int index, bool blocks) =>
        blocks ? "invalid"
        : IsNew(index) ? "new"
        : null;

    private string DescribeRow(int index)
    {
        var words = new[]
        {
            window is null ? null : $"row {Plural.Number(index + 1)}",
            IsNew(index) ? "new" : null,
            pasted?.Repaired.Contains(Value[index]) == true ? "repaired" : null,
            Meta?.Invoke(Value[index], index),
        };
        return string.Join(", ", words.Where(w => !string.IsNullOrEmpty(w)));
    }

    /// <summary>A paste or a line break creates rows immediately; other input is added with Enter or the Add button.</summary>
    private Task Typed() => pasting || typed.Contains('\n', StringComparison.Ordinal) ? Add() : Task.CompletedTask;

    private async Task Add()
    {
        var text = typed;
        var wasPaste = pasting || text.AsSpan().Trim().IndexOfAny(",;|\n") >= 0;
        (typed, pasting) = ("", false);
        if (string.IsNullOrWhiteSpace(text))
        {
            await addBox.FocusAsync();
            return;
        }

        var before = Value;
        var read = (Paste ?? Split)(text);
        pasted =
            read.Repairs.Count > 0 || (wasPaste && read.Rows.Count > 1)
                ? new LastPaste(before, read.Repairs, Summary(read), Repaired(read, text))
                : null;
        // New rows are appended, so the window moves to the end.
        (editing, query, first) = (null, "", Value.Count + read.Rows.Count - 1);
        await ValueChanged.InvokeAsync(Value.AddRange(read.Rows));
        await addBox.FocusAsync();
    }

    private PastedRows<T> Split(string text) =>
        new(
            text.Split([',', ';', '\n', '\r', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(Read)
                .ToValueList(),
            []
        );

    private async Task UndoPaste()
    {
        if (pasted is { } last)
        {
            pasted = null;
            await ValueChanged.InvokeAsync(last.Before);
        }
    }

    private Task Replace(int index, string? text)
    {
        (editing, pasted) = (null, null);
        return ValueChanged.InvokeAsync(Value.SetItem(index, Read((text ?? "").Trim())));
    }

    private async Task Remove(int index)
    {
        (editing, pasted) = (null, null);
        await ValueChanged.InvokeAsync(Value.RemoveAt(index));
        await addBox.FocusAsync();
    }

    private void ShowAll()
    {
        unfolded = true;
        Arrange();
    }

    private void Edit(int index)
    {
        editing = index;
        focusRow = true;
        Arrange();
    }

    private static string Summary(PastedRows<T> read)
    {
        var rows = Plural.Of(read.Rows.Count, "row");
        return read.Repairs.Count == 0
            ? $"{rows} added from your list."
            : $"{rows} added from your list, {Plural.Number(read.Repairs.Count)} repaired.";
    }

    /// <summary>The corrections of a paste; of a long list, the beginning.</summary>
    private static string DescribeRepairs(IReadOnlyList<string> repairs) =>
        repairs.Count <= MaximumAnnounced
            ? string.Join(' ', repairs)
            : $"{string.Join(' ', repairs.Take(MaximumAnnounced))} And {Plural.Number(repairs.Count - MaximumAnnounced)} more.";

    /// <summary>The rows that differ from the pasted text.</summary>
    private HashSet<T> Repaired(PastedRows<T> read, string text)
    {
        var asTyped = text.Split([',', ';', '\n', '\r', '\t', '|'], StringSplitOptions.TrimEntries).Select(Read).ToHashSet();
        return read.Repairs.Count == 0 ? [] : [.. read.Rows.Where(r => !asTyped.Contains(r))];
    }

    /// <summary>The note above the rows, and the list that Undo restores.</summary>
    private sealed record LastPaste(ValueList<T> Before, IReadOnlyList<string> Repairs, string Summary, HashSet<T> Repaired);
}
