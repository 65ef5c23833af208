namespace MamConsole.Server.Startup;

/// <summary>A setting that the server supports.</summary>
/// <param name="Name">The whole key, with colons.</param>
/// <param name="Meaning">A description that completes the sentence "It is …".</param>
/// <param name="Example">A valid value.</param>
/// <param name="Value">The kind of value.</param>
internal sealed record ConfigurationKey(string Name, string Meaning, string Example, ConfigurationValue Value)
{
    /// <summary>
    /// The value that applies when the setting is missing, the items of a list separated by commas; null = none, or one that depends on
    /// other settings.
    /// </summary>
    public string? Default { get; init; }

    /// <summary>Whether the server requires the setting.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it is a list, whose items are configured under numbered keys.</summary>
    public bool IsList { get; init; }

    public string Section => Name.Split(':')[0];
}
