namespace MamConsole.Server.Startup;

/// <summary>One setting that the server knows.</summary>
/// <param name="Name">The whole key, with colons.</param>
/// <param name="Meaning">What it is, to follow "It is".</param>
/// <param name="Example">A value that would do.</param>
/// <param name="Fault">What is wrong with a value, to follow the key; null when nothing is.</param>
internal sealed record ConfigurationKey(string Name, string Meaning, string Example, Func<string, string?> Fault)
{
    /// <summary>Whether the server cannot run without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it is a list, whose items stand under it by number.</summary>
    public bool IsList { get; init; }

    public string Section => Name.Split(':')[0];
}
