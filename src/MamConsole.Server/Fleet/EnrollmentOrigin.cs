using System.Security.Cryptography;

namespace MamConsole.Server.Fleet;

/// <summary>What an enrollment was made from.</summary>
internal sealed record EnrollmentOrigin
{
    /// <summary>SHA-256 of the token that enrolled it, never the token: the same request again has the same.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>The <c>deviceid</c> claim of that token; null when it had none.</summary>
    public string? DeviceClaim { get; init; }

    /// <summary>The version of the terms of use that was in force; null when nobody was shown any.</summary>
    public int? TermsInForce { get; init; }

    /// <summary>What the person accepted; null when the request brought no acceptance.</summary>
    public AcceptedTerms? Accepted { get; init; }

    public bool IsFrom(string token) => CryptographicOperations.FixedTimeEquals(TokenHash, Hash(token));

    public static byte[] Hash(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}
