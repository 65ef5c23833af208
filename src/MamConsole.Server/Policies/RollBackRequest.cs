namespace MamConsole.Server.Policies;

/// <summary>The request to roll back to an earlier version.</summary>
public sealed record RollBackRequest
{
    /// <summary>The version whose document is published again.</summary>
    public required int ToNumber { get; init; }

    /// <summary>The number of the version in force that was reviewed.</summary>
    public required int ExpectedCurrentNumber { get; init; }

    /// <summary>The reason; always required.</summary>
    public required string Reason { get; init; }

    /// <summary>Same as <see cref="PublishRequest.Confirmation"/>.</summary>
    public string? Confirmation { get; init; }
}
