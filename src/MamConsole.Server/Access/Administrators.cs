using System.Collections.Frozen;
using System.Security.Claims;

namespace MamConsole.Server.Access;

/// <summary>Maps a signed-in principal to an administrator.</summary>
internal static class Administrators
{
    // By exact name: Enum.TryParse would also accept "0" and "owner, author".
    private static readonly FrozenDictionary<string, AppRole> Roles = Enum.GetValues<AppRole>()
        .ToFrozenDictionary(role => role.ToString(), StringComparer.Ordinal);

    /// <summary>Null for a principal that is not signed in, has no object ID or has none of this console's roles.</summary>
    public static Administrator? From(ClaimsPrincipal principal)
    {
        if (
            principal.Identity is not { IsAuthenticated: true }
            || !Guid.TryParseExact(principal.FindFirst("oid")?.Value, "D", out var objectId)
        )
        {
            return null;
        }

        var roles = principal
            .FindAll("roles")
            .Where(claim => Roles.ContainsKey(claim.Value))
            .Select(claim => Roles[claim.Value])
            .ToFrozenSet();
        return roles.Count == 0 ? null : new Administrator(objectId, NameOf(principal), roles, AppOnly: principal.HasClaim("idtyp", "app"));
    }

    /// <summary>The display name of a signed-in principal, with or without a role.</summary>
    public static string NameOf(ClaimsPrincipal principal) =>
        principal.FindFirst("name")?.Value
        ?? principal.FindFirst("preferred_username")?.Value
        ?? principal.FindFirst("oid")?.Value
        ?? "Somebody";
}
