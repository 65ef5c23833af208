using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Client;
using Microsoft.Identity.Web;

namespace MamConsole.Server.Entra;

/// <summary>
/// Acquires the console's own token for Graph, with the secret or certificate that the sign-in of people also uses. The library caches it
/// until it expires.
/// </summary>
internal sealed class GraphTokens(IServiceScopeFactory scopes, GraphAddress address)
{
    /// <param name="fresh">Whether to request a new token because the cached token was rejected.</param>
    /// <param name="ct">Cancels the request.</param>
    /// <returns>The token, or <see cref="DirectoryUnavailable"/>.</returns>
    public async Task<Outcome<string>> GetAsync(bool fresh, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await scope
                .ServiceProvider.GetRequiredService<ITokenAcquisition>()
                .GetAccessTokenForAppAsync(
                    address.Scope,
                    authenticationScheme: OpenIdConnectDefaults.AuthenticationScheme,
                    tenant: null,
                    tokenAcquisitionOptions: new TokenAcquisitionOptions { ForceRefresh = fresh, CancellationToken = ct }
                );
        }
        catch (MsalException rejected)
        {
            return new DirectoryUnavailable(
                $"the console did not receive a token for Graph ({rejected.ErrorCode}). Check its secret or certificate."
            );
        }
        catch (HttpRequestException)
        {
            return new DirectoryUnavailable("the sign-in service cannot be reached.");
        }
    }
}
