namespace MamConsole.Server.Startup;

/// <summary>The kind of values that a setting accepts.</summary>
/// <param name="Allowed">A description of the values that completes the sentence "must be …".</param>
/// <param name="IsAllowed">Whether a value is accepted.</param>
internal sealed record ConfigurationValue(string Allowed, Func<string, bool> IsAllowed)
{
    /// <summary>A further sentence about a value that is not accepted.</summary>
    public Func<string, string>? Detail { get; init; }

    /// <summary>The error of a value, as a predicate of the key; null when the value is valid.</summary>
    public string? Fault(string value) => IsAllowed(value) ? null : $"must be {Allowed}.{(Detail is null ? "" : " " + Detail(value))}";
}
