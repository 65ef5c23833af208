namespace MamConsole.Server.Policies;

/// <summary>Which version comes back, and why.</summary>
public sealed record RollBackRequest
{
    /// <summary>The version whose document is published again.</summary>
    public required int ToNumber { get; init; }

    /// <summary>The version in force that was looked at.</summary>
    public required int ExpectedCurrentNumber { get; init; }

    /// <summary>Always needed.</summary>
    public required string Reason { get; init; }

    /// <summary>As in <see cref="PublishRequest.Confirmation"/>.</summary>
    public string? Confirmation { get; init; }
}
