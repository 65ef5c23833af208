namespace MamConsole.Server.Access.Description;

/// <summary>Endpoint metadata: a header of the operation's successful responses.</summary>
/// <param name="Status">The HTTP status of the responses with the header.</param>
/// <param name="Name">The header's name.</param>
/// <param name="Description">What the value means, in whole sentences.</param>
internal sealed record ResponseHeader(int Status, string Name, string Description)
{
    /// <summary>A possible value.</summary>
    public string? Example { get; init; }
}
