using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.DemoTenant.SignIn;

/// <summary>The account that MSAL keys its cache by.</summary>
internal static class ClientInfo
{
    public static string For(Tenant tenant, TenantUser user) =>
        Base64UrlEncoder.Encode(
            JsonSerializer.SerializeToUtf8Bytes(new { uid = user.ObjectId.ToString("D"), utid = tenant.Id.ToString("D") })
        );
}
