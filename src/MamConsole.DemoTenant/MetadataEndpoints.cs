using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MamConsole.DemoTenant;

/// <summary>
/// The OpenID Connect metadata of the tenant. Endpoints for programs are on the simulated https host; endpoints for browsers are on the
/// address where the tenant actually listens.
/// </summary>
internal static class MetadataEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Tenant tenant)
    {
        var keys = $"{Tenant.Instance}{tenant.Id:D}/discovery";
        routes.MapGet($"/{tenant.Id:D}/.well-known/openid-configuration", () => Metadata(tenant, tenant.IssuerV1, $"{keys}/keys"));
        routes.MapGet(
            $"/{tenant.Id:D}/v2.0/.well-known/openid-configuration",
            () => Metadata(tenant, tenant.IssuerV2, $"{keys}/v2.0/keys")
        );
        routes.MapGet($"/{tenant.Id:D}/discovery/keys", () => Results.Json(tenant.Keys.Document(tenant.IssuerV1)));
        routes.MapGet($"/{tenant.Id:D}/discovery/v2.0/keys", () => Results.Json(tenant.Keys.Document(tenant.IssuerV2)));
        routes.MapGet("/common/discovery/instance", () => Discovery(tenant));
    }

    private static IResult Metadata(Tenant tenant, string issuer, string keys) =>
        Results.Json(
            new
            {
                issuer,
                jwks_uri = keys,
                token_endpoint = $"{Tenant.Instance}{tenant.Id:D}/oauth2/v2.0/token",
                token_endpoint_auth_methods_supported = List("client_secret_post", "client_secret_basic"),
                authorization_endpoint = new Uri(tenant.Address, $"/{tenant.Id:D}/oauth2/v2.0/authorize").AbsoluteUri,
                end_session_endpoint = new Uri(tenant.Address, $"/{tenant.Id:D}/oauth2/v2.0/logout").AbsoluteUri,
                response_modes_supported = List("query", "form_post"),
                response_types_supported = List("code"),
                scopes_supported = List("openid", "profile", "email", "offline_access"),
                subject_types_supported = List("pairwise"),
                id_token_signing_alg_values_supported = List("RS256"),
                code_challenge_methods_supported = List("S256"),
                request_uri_parameter_supported = false,
            }
        );

    private static string[] List(params string[] values) => values;

    private static IResult Discovery(Tenant tenant) =>
        Results.Json(
            new
            {
                tenant_discovery_endpoint = $"{Tenant.Instance}{tenant.Id:D}/v2.0/.well-known/openid-configuration",
                metadata = new[]
                {
                    new
                    {
                        preferred_network = Tenant.Instance.Host,
                        preferred_cache = Tenant.Instance.Host,
                        aliases = new[] { Tenant.Instance.Host },
                    },
                },
            }
        );
}
