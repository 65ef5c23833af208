using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Client;
using Microsoft.Identity.Web;

namespace MamConsole.Server.Entra;

/// <summary>
/// The console's own token for Graph, with the secret or certificate that people's sign-in uses too. The library keeps it until it ends.
/// </summary>
internal sealed class GraphTokens(IServiceScopeFactory scopes, GraphAddress address)
{
    /// <param name="fresh">Whether to ask for a new one: the kept one was refused.</param>
    /// <param name="ct">Gives up.</param>
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
            return new DirectoryUnavailable($"the console got no token for Graph ({rejected.ErrorCode}). Check its secret or certificate.");
        }
        catch (HttpRequestException)
        {
            return new DirectoryUnavailable("the sign-in service cannot be reached.");
        }
    }
}
