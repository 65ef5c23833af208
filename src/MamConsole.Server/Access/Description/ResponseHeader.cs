namespace MamConsole.Server.Access.Description;

/// <summary>Endpoint metadata: a header of the operation's successful answers.</summary>
/// <param name="Status">The HTTP status of the answers that carry it.</param>
/// <param name="Name">The header's name.</param>
/// <param name="Description">What it says, in whole sentences.</param>
internal sealed record ResponseHeader(int Status, string Name, string Description)
{
    /// <summary>A value as it may come.</summary>
    public string? Example { get; init; }
}
