namespace MamConsole.Server.Startup;

/// <summary>Which values a setting may have.</summary>
/// <param name="Allowed">The values in words, to follow "must be".</param>
/// <param name="IsAllowed">Whether a value is one of them.</param>
internal sealed record ConfigurationValue(string Allowed, Func<string, bool> IsAllowed)
{
    /// <summary>What else is known about a wrong value, as a sentence.</summary>
    public Func<string, string>? Detail { get; init; }

    /// <summary>What is wrong with a value, to follow the key; null when nothing is.</summary>
    public string? Fault(string value) => IsAllowed(value) ? null : $"must be {Allowed}.{(Detail is null ? "" : " " + Detail(value))}";
}
