namespace MamConsole.Server.Policies.Pages.Panels;

/// <summary>A row of a list whose fields are open.</summary>
/// <param name="Path">Its path in the written policy, <c>connectivity.wifi[2]</c>.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Set">Puts another in its place.</param>
public sealed record Row<T>(string Path, T Value, Func<T, Task> Set)
{
    /// <summary>The path of one of its fields.</summary>
    public string At(string field) => $"{Path}.{field}";
}
