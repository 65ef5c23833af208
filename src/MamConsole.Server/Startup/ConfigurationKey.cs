namespace MamConsole.Server.Startup;

/// <summary>One setting that the server knows.</summary>
/// <param name="Name">The whole key, with colons.</param>
/// <param name="Meaning">What it is, to follow "It is".</param>
/// <param name="Example">A value that would do.</param>
/// <param name="Value">Which values it may have.</param>
internal sealed record ConfigurationKey(string Name, string Meaning, string Example, ConfigurationValue Value)
{
    /// <summary>
    /// The value that counts without it, the items of a list separated by commas; null = none, or one that depends on other settings.
    /// </summary>
    public string? Default { get; init; }

    /// <summary>Whether the server cannot run without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it is a list, whose items stand under it by number.</summary>
    public bool IsList { get; init; }

    public string Section => Name.Split(':')[0];
}
