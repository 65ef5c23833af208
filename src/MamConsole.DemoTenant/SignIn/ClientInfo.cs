using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.DemoTenant.SignIn;

/// <summary>The <c>client_info</c> value, which MSAL uses as the account key of its token cache.</summary>
internal static class ClientInfo
{
    public static string For(Tenant tenant, TenantUser user) =>
        Base64UrlEncoder.Encode(
            JsonSerializer.SerializeToUtf8Bytes(new { uid = user.ObjectId.ToString("D"), utid = tenant.Id.ToString("D") })
        );
}
