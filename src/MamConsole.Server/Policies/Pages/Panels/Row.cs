namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>A list row with open fields.</summary>
/// <param name="Path">Its path in the policy's document, such as <c>connectivity.wifi[2]</c>.</param>
/// <param name="Value">The current value.</param>
/// <param name="Set">Replaces the value.</param>
public sealed record Row<T>(string Path, T Value, Func<T, Task> Set)
{
    /// <summary>The path of one of its fields.</summary>
    public string At(string field) => $"{Path}.{field}";
}
