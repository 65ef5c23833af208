using System.Net;
using MamConsole.Server.DeviceRequests;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// Validates device tokens: issued by this tenant to a user for the MAM application (docs/reference/protocol.md §2,
/// docs/reference/abuse-cases.md §3.3). The endpoints call it themselves, because a token may be in a header or in a message.
/// </summary>
internal sealed partial class DeviceTokenValidator(
    DeviceApplication application,
    TokenVerifier verifier,
    EntraDocuments documents,
    DeviceMetrics metrics,
    TimeProvider clock,
    ILogger<DeviceTokenValidator> logger
) : IDisposable
{
    private const string Scope = "mdm_delegation";

    private readonly ValidatedTokenCache<ValidatedToken> validatedTokens = new(capacity: 16_384, clock);

    // One list for both versions: v1.0 tokens contain the App ID URI or the client ID, as the request named it; v2.0 tokens the client ID.
    private readonly Audiences audiences = AudiencesOf(application);

    private sealed record ValidatedToken(
        DeviceIdentity Identity,
        long NotBefore,
        long Expires,
        EntraDocument Document,
        EntraKeys Keys,
        TokenReuseDetector ReuseDetector
    );

    /// <param name="token">The token to validate.</param>
    /// <param name="from">The sender's address, after trusted proxies.</param>
    /// <param name="cancellationToken">Cancels waiting for Entra's keys.</param>
    public async Task<DeviceTokenResult> ValidateAsync(string token, IPAddress? from, CancellationToken cancellationToken)
    {
        // A key that Entra withdrew must not stay valid here: a cached token is valid only under the metadata document that validated it.
        if (validatedTokens.Find(token) is { } known && ReferenceEquals(known.Document.Current, known.Keys))
        {
            if (!TokenVerifier.IsCurrent(known.NotBefore, known.Expires, clock.GetUtcNow()))
            {
                return new DeviceTokenResult.Rejected("it has expired");
            }

            if (known.ReuseDetector.IsReused(AddressKey.Of(from), clock))
            {
                metrics.TokenReused();
                Log.TokenReused(logger, known.Identity.ObjectId);
            }

            return new DeviceTokenResult.Accepted(known.Identity);
        }

        return await verifier.VerifyAsync(token, audiences, cancellationToken) switch
        {
            Verification.Genuine genuine => ValidateClaims(token, from, genuine),
            Verification.Unavailable unavailable => new DeviceTokenResult.Unavailable(unavailable.Reason),
            Verification.Rejected rejected => new DeviceTokenResult.Rejected(rejected.Reason),
            _ => throw new InvalidOperationException("A token is genuine, rejected or cannot be validated."),
        };
    }

    private DeviceTokenResult ValidateClaims(string token, IPAddress? from, Verification.Genuine genuine)
    {
        var claims = genuine.Claims;
        if (claims.IsIdToken)
        {
            return new DeviceTokenResult.Rejected("it is an ID token");
        }

        if (
            !TokenVerifier.IsId(claims.ObjectId, out var objectId)
            || (claims.DeviceId is not null && !TokenVerifier.IsId(claims.DeviceId, out _))
        )
        {
            return new DeviceTokenResult.Rejected("its oid or its deviceid is not a GUID");
        }

        if (claims.IsAppOnly || claims.Scope is null)
        {
            return new DeviceTokenResult.Rejected("it was not issued to a user", Forbidden: true);
        }

        if (!claims.HasScope(Scope))
        {
            if (application.RequireScope)
            {
                return new DeviceTokenResult.Rejected($"its scope is not {Scope}", Forbidden: true);
            }

            Log.OtherScope(logger, Scope, objectId);
        }

        var identity = new DeviceIdentity
        {
            TenantId = Guid.Parse(claims.TenantId!),
            ObjectId = objectId,
            Upn = claims.Upn ?? claims.UniqueName ?? claims.PreferredUserName,
            Name = claims.Name,
            DeviceId = claims.DeviceId,
            Expires = DateTimeOffset.FromUnixTimeSeconds(claims.Expires!.Value),
        };
        var detector = new TokenReuseDetector(AddressKey.Of(from), clock.GetTimestamp());
        validatedTokens.Add(
            token,
            new ValidatedToken(
                identity,
                claims.NotBefore!.Value,
                claims.Expires.Value,
                documents.For(claims.Version)!,
                genuine.Keys,
                detector
            ),
            // Until the token expires: its use from two addresses is detected for its whole lifetime.
            identity.Expires + TokenVerifier.Skew
        );
        return new DeviceTokenResult.Accepted(identity);
    }

    public void Dispose() => validatedTokens.Dispose();

    private static Audiences AudiencesOf(DeviceApplication application)
    {
        var uri = application.AppIdUri.TrimEnd('/');
        string[] all = [application.ClientId.ToString("D"), $"api://{application.ClientId:D}", uri, uri + "/"];
        return new Audiences(all, all);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A device token lacks the scope {Scope}; Devices:RequireScope accepts it (person {ObjectId})")]
        public static partial void OtherScope(ILogger logger, string scope, Guid objectId);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "The same token of person {ObjectId} was received from two addresses within a second: a copy of it may be in use"
        )]
        public static partial void TokenReused(ILogger logger, Guid objectId);
    }
}
