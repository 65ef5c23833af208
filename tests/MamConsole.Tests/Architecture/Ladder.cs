using Mono.Cecil;

namespace MamConsole.Tests.Architecture;

/// <summary>
/// The order of the rooms in one assembly: a room may import only rooms below it. Types directly in the root namespace are shared by all,
/// and the composition (the root's own and one room) may know every room while no room knows it.
/// </summary>
/// <param name="Root">The namespace that holds the rooms.</param>
/// <param name="Rooms">From the highest to the lowest; each is a namespace below the root.</param>
/// <param name="Composition">The room that puts the others together.</param>
internal sealed record Ladder(string Root, IReadOnlyList<string> Rooms, string Composition)
{
    /// <summary>Each import that goes up, and each room that stands nowhere on the ladder.</summary>
    public IReadOnlyList<string> Violations(ModuleDefinition module) =>
        [
            .. module
                .Types.Where(type => RoomOf(type) is { Length: > 0 } room && room != Composition)
                .SelectMany(Violations)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private IEnumerable<string> Violations(TypeDefinition type)
    {
        var room = RoomOf(type)!;
        return !Rooms.Contains(room)
            ? [$"The room {room} stands nowhere on the ladder"]
            : TypesUsed
                .By(type)
                .Where(used => IsAbove(RoomOf(used), room))
                .Select(used => $"{room}: {type.Name} imports {RoomOf(used)}: {used.Name}");
    }

    private bool IsAbove(string? other, string room) =>
        other == Composition || (other is { Length: > 0 } && Rooms.Contains(other) && Place(other) < Place(room));

    private int Place(string room) => Rooms.TakeWhile(r => r != room).Count();

    /// <summary>The room; empty for the root itself, null for what is elsewhere.</summary>
    private string? RoomOf(TypeReference type) =>
        type.Namespace == Root ? ""
        : type.Namespace.StartsWith(Root + ".", StringComparison.Ordinal) ? type.Namespace[(Root.Length + 1)..].Split('.')[0]
        : null;
}
