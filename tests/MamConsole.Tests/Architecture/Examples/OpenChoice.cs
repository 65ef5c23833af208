namespace MamConsole.Tests.Architecture.Examples;

/// <summary>A choice that other types can extend: its constructor is not private and one alternative is not sealed.</summary>
internal abstract record OpenChoice
{
    public sealed record First : OpenChoice;

    public record Second : OpenChoice;

    public sealed record MoreThanSecond : Second;
}

/// <summary>A choice that complies with the rule.</summary>
internal abstract record ClosedChoice<T>
{
    private ClosedChoice() { }

    public sealed record Only(T Value) : ClosedChoice<T>;
}

/// <summary>A store that another type can replace.</summary>
internal class OpenStore;

/// <summary>Replaces <see cref="OpenStore"/>.</summary>
internal sealed class PretendedStore : OpenStore;
