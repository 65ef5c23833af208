using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MamConsole.Server.Access.SignIn;

/// <summary>
/// A session of the console ends after 30 minutes without a sign of life and after 8 hours in any case (docs/reference/abuse-cases.md §2,
/// threat 5).
/// </summary>
internal static class ConsoleSession
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Total = TimeSpan.FromHours(8);

    /// <summary>When the person signed in, Unix seconds: in the principal, because a circuit sees no cookie.</summary>
    private const string StartedClaim = "mam_session_started";

    public static void Start(ClaimsPrincipal principal, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        (principal.Identity as ClaimsIdentity)?.AddClaim(new Claim(StartedClaim, seconds, ClaimValueTypes.Integer64));
    }

    /// <summary>False for a session without a start: it was not made by this sign-in.</summary>
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
