namespace MamConsole.DemoTenant.Tokens;

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
