namespace MamConsole.DemoTenant.Tokens;

/// <summary>How a token is signed: correctly, or in one of the known ways to forge a signature without the key.</summary>
public enum TokenSignature
{
    /// <summary>RS256 with the tenant's current key.</summary>
    Right,

    /// <summary>RS256 with an unpublished key, under the tenant's key id.</summary>
    AnotherKey,

    /// <summary>RS256 with a 1024-bit key, under the tenant's key id.</summary>
    WeakKey,

    /// <summary>No signature: nothing follows the second dot.</summary>
    Removed,

    /// <summary>256 zero bytes.</summary>
    Zeros,

    /// <summary>HMAC-SHA-256 with the public key in PEM as its secret.</summary>
    HmacOverPublicKey,

    /// <summary>HMAC-SHA-256 with the modulus of the public key as its secret.</summary>
    HmacOverModulus,

    /// <summary>HMAC-SHA-256 with an empty secret.</summary>
    HmacOverNothing,

    /// <summary>ES256 with an unpublished key.</summary>
    EllipticCurve,

    /// <summary>RS512 with the tenant's current key.</summary>
    Rs512,

    /// <summary>PS256 with the tenant's current key.</summary>
    Ps256,
}
