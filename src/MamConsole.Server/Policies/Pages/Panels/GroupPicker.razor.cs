using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Entra;
using MamConsole.Server.PolicyAudiences;
using MamConsole.Server.Ui;
using MamConsole.Server.Ui.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>See the markup.</summary>
public sealed partial class GroupPicker
{
    /// <summary>The search in Entra starts when nothing was typed for this time.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private ValueList<DirectoryGroup> found = [];
    private DirectoryGroup? byId;
    private string typed = "";
    private string? status;
    private int active;
    private int searchNumber;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [CascadingParameter]
    private FormFindings Form { get; set; } = FormFindings.None;

    [Inject]
    private FindGroups FindGroups { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    [Parameter, EditorRequired]
    public ValueList<GroupReference> Value { get; set; }

    [Parameter]
    public EventCallback<ValueList<GroupReference>> ValueChanged { get; set; }

    [Parameter]
    public RenderFragment? Help { get; set; }

    private string ListId => FormFindings.InputId(Path);

    private string OptionId(int index) => $"{ListId}-found-{index}";

    private async Task SearchAsync()
    {
        // Only the result of the latest input is used; results of earlier inputs are discarded.
        var mine = ++searchNumber;
        var text = typed.Trim();
        (found, byId, status) = ([], null, null);
        if (text.Length < FindGroups.MinimumTextLength)
        {
            return;
        }

        await Task.Delay(Pause, Time);
        if (mine != searchNumber)
        {
            return;
        }

        var outcome = await FindGroups.ExecuteAsync(Who, text, CancellationToken.None);
        if (mine != searchNumber)
        {
            return;
        }

        active = 0;
        var id = Guid.TryParse(text, out var parsed) ? new DirectoryGroup(parsed, "") : null;
        (found, byId, status) = outcome.Match<(ValueList<DirectoryGroup>, DirectoryGroup?, string?)>(
            groups =>
                (
                    groups,
                    groups.Count == 0 ? id : null,
                    groups.Count == 0
                        ? $"No group has that {(id is null ? "name" : "object id")}."
                        : $"{Plural.Of(groups.Count, "group")} found. Select with the arrow keys and press Enter to add."
                ),
            problem => ([], id, id is null ? $"{problem.Message} Paste the group’s object id instead." : problem.Message)
        );
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when found.Count > 0:
                active = (active + 1) % found.Count;
                break;
            case "ArrowUp" when found.Count > 0:
                active = (active + found.Count - 1) % found.Count;
                break;
            case "Enter" when found.Count > 0:
                await ChooseAsync(found[active]);
                break;
            case "Escape":
                Clear(null);
                break;
        }
    }

    private async Task ChooseAsync(DirectoryGroup group)
    {
        var id = PersonGroups.Canonical(group.Id);
        var name = group.Name.Length > 0 ? group.Name : id;
        if (Value.Any(g => string.Equals(g.Id.Trim(), id, StringComparison.OrdinalIgnoreCase)))
        {
            Clear($"{name} is already in the list.");
            return;
        }

        Clear($"{name} has been added.");
        await ValueChanged.InvokeAsync(Value.Add(new GroupReference { Id = id, Name = group.Name }));
    }

    private void Clear(string? message)
    {
        searchNumber++;
        (typed, found, byId, status) = ("", [], null, message);
    }
}
