namespace MamConsole.DemoTenant.Tokens;

/// <summary>The form of Entra's tokens; an application's registration decides which it gets.</summary>
public enum TokenVersion
{
    /// <summary>Issuer <c>https://sts…/{tid}/</c>, audience the App ID URI.</summary>
    V1,

    /// <summary>Issuer <c>{instance}{tid}/v2.0</c>, audience the client id.</summary>
    V2,
}

/// <summary>How a token is signed: rightly, or in one of the ways of those who have no key.</summary>
public enum TokenSignature
{
    /// <summary>RS256 with the tenant's current key.</summary>
    Right,

    /// <summary>RS256 with a key of nobody, under the tenant's key id.</summary>
    AnotherKey,

    /// <summary>RS256 with a 1024-bit key, under the tenant's key id.</summary>
    WeakKey,

    /// <summary>Nothing after the second dot.</summary>
    Removed,

    /// <summary>256 zero bytes.</summary>
    Zeros,

    /// <summary>HMAC-SHA-256 whose secret is the public key in PEM.</summary>
    HmacOverPublicKey,

    /// <summary>HMAC-SHA-256 whose secret is the public key's modulus.</summary>
    HmacOverModulus,

    /// <summary>HMAC-SHA-256 with an empty secret.</summary>
    HmacOverNothing,

    /// <summary>ES256 with a key of nobody.</summary>
    EllipticCurve,

    /// <summary>RS512 with the right key.</summary>
    Rs512,

    /// <summary>PS256 with the right key.</summary>
    Ps256,
}

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
