using Microsoft.AspNetCore.Authorization;

namespace MamConsole.Server.Access;

/// <summary>The named authorization policies. An endpoint without a named policy requires a signed-in person with a role.</summary>
internal static class AccessPolicies
{
    /// <summary>Scripts with an access token for the API; the scheme and the policy share the name.</summary>
    public const string Api = "Api";

    /// <summary>Every signed-in person, with or without a role.</summary>
    public const string SignedIn = "SignedIn";

    public static void Configure(AuthorizationOptions options)
    {
        // No scheme is named: people use the default scheme, and a challenge must come from the sign-in, not from the cookie.
        var people = new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(context => Administrators.From(context.User) is not null)
            .Build();

        // The default policy applies to [Authorize]; the fallback applies to endpoints without authorization metadata, the circuit hub
        // included.
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
