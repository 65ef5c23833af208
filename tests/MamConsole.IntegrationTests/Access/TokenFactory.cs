using MamConsole.DemoTenant;
using MamConsole.DemoTenant.Tokens;

namespace MamConsole.IntegrationTests.Access;

/// <summary>Creates valid and invalid tokens of one person.</summary>
internal sealed record TokenFactory(Tenant Tenant, TenantUser User, TimeProvider Clock)
{
    public long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>The header of a valid token.</summary>
    public string Header => $$"""{"typ":"JWT","alg":"RS256","kid":"{{Tenant.CurrentKeyId}}"}""";

    public string Token(
        Action<TokenFields>? claims = null,
        TokenVersion version = TokenVersion.V2,
        Action<TokenFields>? header = null,
        TokenSignature signature = TokenSignature.Right,
        Func<string, string>? text = null
    ) =>
        Tenant.IssueDeviceToken(
            User,
            version,
            faults: new TokenFaults
            {
                Claims = claims,
                Header = header,
                Signature = signature,
                Text = text,
            }
        );
}
