namespace MamConsole.Server.Access.Description;

/// <summary>Endpoint metadata: a header that the operation reads.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Description">What it does, in whole sentences.</param>
internal sealed record HeaderParameter(string Name, string Description)
{
    /// <summary>Whether the operation refuses a request without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A regular expression (ECMA 262) that every value matches; null = none.</summary>
    public string? Pattern { get; init; }

    /// <summary>Characters at most; null = no limit of its own.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>A value that would do.</summary>
    public string? Example { get; init; }
}
