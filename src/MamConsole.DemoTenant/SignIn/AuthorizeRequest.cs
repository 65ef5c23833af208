namespace MamConsole.DemoTenant.SignIn;

/// <summary>A validated authorization request of an application.</summary>
internal sealed record AuthorizeRequest
{
    public required string RedirectUri { get; init; }

    public required string? State { get; init; }

    public required bool FormPost { get; init; }

    public required string Scope { get; init; }

    public required string? Nonce { get; init; }

    public required string Challenge { get; init; }

    public required string? LoginHint { get; init; }

    public required string? Prompt { get; init; }

    public required bool RequestsClientInfo { get; init; }
}
