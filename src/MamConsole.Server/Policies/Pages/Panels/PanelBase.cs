using MamConsole.PolicyEngine;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>The form of one area: it receives the settings and raises an event with the changed settings. It stores nothing.</summary>
/// <typeparam name="T">The area's settings, an immutable record.</typeparam>
public abstract class PanelBase<T> : ComponentBase
{
    [Parameter, EditorRequired]
    public T Value { get; set; } = default!;

    [Parameter, EditorRequired]
    public EventCallback<T> ValueChanged { get; set; }

    [CascadingParameter]
    public PanelFrame Frame { get; set; } = PanelFrame.Empty;

    /// <summary>The label of a setting, by its path in the policy's document.</summary>
    protected static string LabelOf(string code) => SettingCatalog.LabelOf(code);

    /// <summary>The sentence that explains a setting, by its path in the policy's document.</summary>
    protected static string SentenceOf(string code) => SettingCatalog.SentenceOf(code);

    protected Task Set(T value) => ValueChanged.InvokeAsync(value);
}
