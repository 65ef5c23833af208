using System.Security.Cryptography;

namespace MamConsole.Server.Fleet;

/// <summary>The token and the accepted terms on which an enrollment is based.</summary>
internal sealed record EnrollmentOrigin
{
    /// <summary>
    /// SHA-256 of the token of the enrollment request, by which a repeated request is recognized. The token itself is never stored.
    /// </summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>The <c>deviceid</c> claim of that token; null when it had none.</summary>
    public string? DeviceClaim { get; init; }

    /// <summary>The version of the terms of use that was in force; null when no terms were shown.</summary>
    public int? TermsInForce { get; init; }

    /// <summary>The terms that the person accepted; null when the request contains no acceptance.</summary>
    public AcceptedTerms? Accepted { get; init; }

    public bool IsFrom(string token) => CryptographicOperations.FixedTimeEquals(TokenHash, Hash(token));

    public static byte[] Hash(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}
