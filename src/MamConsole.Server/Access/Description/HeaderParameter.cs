namespace MamConsole.Server.Access.Description;

/// <summary>Endpoint metadata: a header that the operation reads.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Description">What it does, in whole sentences.</param>
internal sealed record HeaderParameter(string Name, string Description)
{
    /// <summary>Whether the operation rejects a request without the header.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A regular expression (ECMA 262) that every value matches; null = none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The maximum number of characters; null = no limit for this header.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>A valid value.</summary>
    public string? Example { get; init; }
}
