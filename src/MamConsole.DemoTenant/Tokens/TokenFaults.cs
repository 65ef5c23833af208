namespace MamConsole.DemoTenant.Tokens;

/// <summary>The deliberate faults of a token. The default is a valid token.</summary>
public sealed record TokenFaults
{
    /// <summary>Changes the header before it is written. <c>alg</c> already contains the signature's algorithm.</summary>
    public Action<TokenFields>? Header { get; init; }

    /// <summary>Changes the claims before they are written.</summary>
    public Action<TokenFields>? Claims { get; init; }

    /// <summary>The kind of signature.</summary>
    public TokenSignature Signature { get; init; }

    /// <summary>Changes the finished compact form.</summary>
    public Func<string, string>? Text { get; init; }
}
