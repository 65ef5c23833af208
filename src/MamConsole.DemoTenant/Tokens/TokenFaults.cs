namespace MamConsole.DemoTenant.Tokens;

/// <summary>What is wrong with a token on purpose. The default is a right one.</summary>
public sealed record TokenFaults
{
    /// <summary>Changes the header before it is written; <c>alg</c> already names the signature.</summary>
    public Action<TokenFields>? Header { get; init; }

    /// <summary>Changes the claims before they are written.</summary>
    public Action<TokenFields>? Claims { get; init; }

    /// <summary>How it is signed.</summary>
    public TokenSignature Signature { get; init; }

    /// <summary>Changes the finished text.</summary>
    public Func<string, string>? Text { get; init; }
}
