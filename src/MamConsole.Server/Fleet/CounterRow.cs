namespace MamConsole.Server.Fleet;

/// <summary>The number of devices that have the same <see cref="CounterKey"/>.</summary>
internal sealed record CounterRow
{
    public required long Assigned { get; init; }
    public required long Acknowledged { get; init; }
    public required long Sent { get; init; }
    public required int Worst { get; init; }
    public required bool WasRead { get; init; }
    public required int Enforces { get; init; }
    public required long Devices { get; init; }
}
