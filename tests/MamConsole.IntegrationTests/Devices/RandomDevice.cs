using MamConsole.Server.Fleet;

namespace MamConsole.IntegrationTests.Devices;

/// <summary>The facts of a generated device. Times are relative to the clock, versions are places in a list.</summary>
internal sealed record RandomDevice
{
    public required TimeSpan EnrolledAgo { get; init; }
    public required TimeSpan? ContactAgo { get; init; }
    public required int Acknowledged { get; init; }
    public required int Sent { get; init; }
    public required int Worst { get; init; }
    public required bool WasRead { get; init; }
    public required bool HasEnded { get; init; }
    public required BlockReason? BlockReason { get; init; }
    public required bool IsRetiring { get; init; }
    public required int? Build { get; init; }
    public required string Upn { get; init; }
    public required bool IsInGroup { get; init; }
    public required string Ring { get; init; }
}
