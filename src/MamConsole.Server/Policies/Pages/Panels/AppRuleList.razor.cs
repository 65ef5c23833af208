using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Ui.Fields;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>See the markup.</summary>
public sealed partial class AppRuleList
{
    private enum Adding
    {
        Known,
        Pasted,
        ByHand,
    }

    private int? open;
    private int page;
    private string find = "";
    private Adding? adding;
    private ElementReference knownButton;
    private bool focusKnown;
    private HashSet<AppRule>? known;
    private ValueList<AppRule>? knownOf;

    [CascadingParameter]
    public FormFindings Form { get; set; } = FormFindings.None;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    [Parameter, EditorRequired]
    public ValueList<AppRule> Value { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<ValueList<AppRule>> ValueChanged { get; set; }

    /// <summary>Whether this is the list of exempt apps; the effect of each row depends on it.</summary>
    [Parameter]
    public bool IsExempt { get; set; }

    /// <summary>Moves a row to the exempt apps, where that resolves a finding.</summary>
    [Parameter]
    public EventCallback<int> OnExempt { get; set; }

    [Parameter]
    public ValueList<AppRule>? Published { get; set; }

    [Parameter]
    public RenderFragment? Help { get; set; }

    private string LabelId => FormFindings.InputId(Path) + "-label";

    protected override void OnParametersSet()
    {
        // A hash set, because the lists may be long; built again only when another version is published.
        if (knownOf != Published)
        {
            (knownOf, known) = (Published, Published is { } rules ? [.. rules] : null);
        }
    }

    /// <summary>The pressed button may be gone after this render, so the focus moves to the button that adds the next app.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focusKnown)
        {
            focusKnown = false;
            await knownButton.FocusAsync();
        }
    }

    private void Toggle(Adding what) => adding = adding == what ? null : what;

    private void Close() => (adding, focusKnown) = (null, true);

    private Task Add(AppRule rule)
    {
        (open, find, page) = (Value.Count, "", Value.Count / AppRows.PerPage);
        return ValueChanged.InvokeAsync(Value.Add(rule));
    }

    private Task AddAll(IReadOnlyList<AppRule> rules)
    {
        (open, find, page) = (null, "", (Value.Count + rules.Count - 1) / AppRows.PerPage);
        Close();
        return ValueChanged.InvokeAsync(Value.AddRange(rules));
    }

    private Task Remove(int index)
    {
        (open, focusKnown) = (null, true);
        return ValueChanged.InvokeAsync(Value.RemoveAt(index));
    }

    private Task Exempt(int index)
    {
        (open, focusKnown) = (null, true);
        return OnExempt.InvokeAsync(index);
    }
}
