using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MamConsole.Server.Access.SignIn;

/// <summary>
/// A console session ends after 30 minutes of inactivity and after 8 hours in any case (docs/reference/abuse-cases.md §2, threat 5).
/// </summary>
internal static class ConsoleSession
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Total = TimeSpan.FromHours(8);

    /// <summary>The time of sign-in in Unix seconds: stored in the principal, because a circuit has no access to the cookie.</summary>
    private const string StartedClaim = "mam_session_started";

    public static void Start(ClaimsPrincipal principal, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        (principal.Identity as ClaimsIdentity)?.AddClaim(new Claim(StartedClaim, seconds, ClaimValueTypes.Integer64));
    }

    /// <summary>False for a session without a start time, which this sign-in did not create.</summary>
    public static bool IsCurrent(ClaimsPrincipal principal, DateTimeOffset now) =>
        long.TryParse(principal.FindFirst(StartedClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var started)
        && now - DateTimeOffset.FromUnixTimeSeconds(started) < Total;

    public static void Configure(CookieAuthenticationOptions options, TimeProvider clock)
    {
        options.Cookie.Name = "__Host-MamConsole";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.AccessDeniedPath = "/no-role";
        options.TimeProvider = clock;

        var before = options.Events.OnValidatePrincipal;
        options.Events.OnValidatePrincipal = async context =>
        {
            await before(context);
            if (context.Principal is { } principal && !IsCurrent(principal, clock.GetUtcNow()))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            }
        };
    }
}
