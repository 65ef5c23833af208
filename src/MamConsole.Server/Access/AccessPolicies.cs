using Microsoft.AspNetCore.Authorization;

namespace MamConsole.Server.Access;

/// <summary>Who may call what, by name. What nobody named is for people with a role.</summary>
internal static class AccessPolicies
{
    /// <summary>Scripts with an access token for the API; the scheme and the policy share the name.</summary>
    public const string Api = "Api";

    /// <summary>Everybody who is signed in, with a role or without.</summary>
    public const string SignedIn = "SignedIn";

    public static void Configure(AuthorizationOptions options)
    {
        // No scheme is named: people come by the default one, and a challenge must be the sign-in's, not the cookie's.
        var people = new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(context => Administrators.From(context.User) is not null)
            .Build();

        // The default stands behind [Authorize], the fallback behind whatever says nothing at all, the hub of the circuits included.
        options.DefaultPolicy = people;
        options.FallbackPolicy = people;
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(
            Api,
            policy =>
                policy
                    .AddAuthenticationSchemes(Api)
                    .RequireAuthenticatedUser()
                    .RequireAssertion(context =>
                        Administrators.From(context.User) is { } who && (who.AppOnly || ApiTokens.ActsForPerson(context.User))
                    )
        );
    }
}
