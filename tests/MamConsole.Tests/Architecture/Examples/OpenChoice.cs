namespace MamConsole.Tests.Architecture.Examples;

/// <summary>A choice that anybody may add to: its constructor is not private and one alternative is not sealed.</summary>
internal abstract record OpenChoice
{
    public sealed record First : OpenChoice;

    public record Second : OpenChoice;

    public sealed record MoreThanSecond : Second;
}

/// <summary>A choice that keeps the rule.</summary>
internal abstract record ClosedChoice<T>
{
    private ClosedChoice() { }

    public sealed record Only(T Value) : ClosedChoice<T>;
}

/// <summary>A store that something else could stand in for.</summary>
internal class OpenStore;

/// <summary>Does so.</summary>
internal sealed class PretendedStore : OpenStore;
