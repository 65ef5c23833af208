using MamConsole.Server.Access.Description;
using MamConsole.Server.Access.Tokens;
using Microsoft.OpenApi;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>The security schemes of the document: Entra's two OAuth 2.0 flows with which scripts get a token of this tenant.</summary>
/// <param name="tenant">The tenant and the console's application.</param>
internal sealed class ApiSecurity(EntraTenant tenant)
{
    /// <summary>The script acts on behalf of a person.</summary>
    private const string Delegated = "entraUser";

    /// <summary>The script acts as an application; it may only read.</summary>
    private const string AppOnly = "entraApplication";

    private string DelegatedScope => $"api://{tenant.ConsoleClientId:D}/access_as_user";

    private string AppOnlyScope => $"api://{tenant.ConsoleClientId:D}/.default";

    public void AddSchemes(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSecurityScheme>(
            Delegated,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description =
                    "Microsoft Entra, authorization code flow with PKCE. The token acts for a person who has an app role of the "
                    + "console's application.",
                Flows = new OpenApiOAuthFlows
                {
                    AuthorizationCode = new OpenApiOAuthFlow
                    {
                        AuthorizationUrl = Endpoint("authorize"),
                        TokenUrl = Endpoint("token"),
                        RefreshUrl = Endpoint("token"),
                        Scopes = new Dictionary<string, string>
                        {
                            [DelegatedScope] = "Use MamConsole on behalf of the person who signs in.",
                        },
                    },
                },
            }
        );
        document.AddComponent<IOpenApiSecurityScheme>(
            AppOnly,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description =
                    "Microsoft Entra, client credentials flow. The application needs an app role of the console's application; "
                    + "such a token may only read.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow
                    {
                        TokenUrl = Endpoint("token"),
                        Scopes = new Dictionary<string, string> { [AppOnlyScope] = "The app roles that are assigned to the application." },
                    },
                },
            }
        );
    }

    /// <summary>
    /// The alternatives for an operation: a person's token, or also an application's token where the operation accepts one.
    /// </summary>
    public List<OpenApiSecurityRequirement> Requirements(RequiredAbility required, OpenApiDocument? document)
    {
        List<OpenApiSecurityRequirement> alternatives =
        [
            new() { [new OpenApiSecuritySchemeReference(Delegated, document)] = [DelegatedScope] },
        ];
        if (required.AllowsAppOnly)
        {
            alternatives.Add(new() { [new OpenApiSecuritySchemeReference(AppOnly, document)] = [AppOnlyScope] });
        }

        return alternatives;
    }

    private Uri Endpoint(string name) => new(tenant.Instance, $"{tenant.TenantId:D}/oauth2/v2.0/{name}");
}
