using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MamConsole.Server.Access.Tokens;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace MamConsole.Tests.Server.Access.Tokens;

/// <summary>
/// Tests T-33: only usable keys of the key document are accepted, and an invalid document leaves the previous keys in effect.
/// </summary>
public sealed class EntraDocumentTests : IDisposable
{
    private const string Address =
        "https://login.contoso.example/7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d/v2.0/.well-known/openid-configuration";
    private const string KeyAddress = "https://login.contoso.example/keys";

    private static readonly Guid TenantId = Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d");
    private static readonly string Issuer = $"https://login.contoso.example/{TenantId:D}/v2.0";

    private readonly FakeTimeProvider clock = new();
    private readonly Authority authority = new();
    private readonly EntraDocument document;

    public EntraDocumentTests() =>
        document = new EntraDocument(Address, TenantId, new EntraHttp(() => authority), clock, NullLogger<EntraDocument>.Instance);

    public static TheoryData<string> Nonsense =>
        [
            "html",
            "ten megabytes",
            "redirect to http",
            "keys over http",
            "oct key",
            "exponent 1",
            "1024 bits",
            "no kid",
            "encryption key",
            "personal accounts",
            "another tenant",
            "empty",
            "503",
        ];

    [Fact]
    public async Task GetAsync_ReturnsIssuerAndKeysOfValidDocument()
    {
        var keys = await document.GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Issuer, keys.Issuer);
        Assert.Equal(["good"], keys.Keys.Keys);
        Assert.Equal(["good"], keys.Configuration.SigningKeys.Select(key => key.KeyId));
        Assert.False(document.Failing);
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    [Trait("Abuse", "T-33")]
    public async Task GetForKeyAsync_RetainsOldKeysWhenDocumentIsInvalid(string nonsense)
    {
        var before = await document.GetAsync(TestContext.Current.CancellationToken);
        authority.SwitchTo(nonsense);
        var after = await document.GetForKeyAsync("unknown", TestContext.Current.CancellationToken);

        Assert.Same(before, after);
        Assert.True(document.Failing);
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    [Trait("Abuse", "T-33")]
    public async Task GetAsync_ThrowsWhenFirstDocumentIsInvalid(string nonsense)
    {
        authority.SwitchTo(nonsense);

        await Assert.ThrowsAsync<EntraUnavailableException>(() => document.GetAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Abuse", "T-33")]
    public async Task GetAsync_SkipsUnusableKeys()
    {
        authority.SwitchTo("a good key among bad ones");
        var keys = await document.GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["good"], keys.Keys.Keys);
    }

    public void Dispose() => document.Dispose();

    private sealed class Authority : HttpMessageHandler
    {
        private static readonly Dictionary<string, object> GoodKey = Key("good", 2048);

        private string state = "good";

        public void SwitchTo(string to) => state = to;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(request.RequestUri!.AbsoluteUri == Address ? Metadata() : Keys());

        private HttpResponseMessage Metadata() =>
            state switch
            {
                "html" => Text("<!DOCTYPE html><title>Maintenance</title>"),
                "503" => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable),
                "redirect to http" => new HttpResponseMessage(HttpStatusCode.Redirect)
                {
                    Headers = { Location = new Uri("http://login.contoso.example/") },
                },
                "keys over http" => Json(new { issuer = Issuer, jwks_uri = "http://login.contoso.example/keys" }),
                "another tenant" => Json(
                    new { issuer = "https://login.contoso.example/2a9d2f60-6c1b-4f0e-8b8e-5d1c3a7e9f10/v2.0", jwks_uri = KeyAddress }
                ),
                _ => Json(new { issuer = Issuer, jwks_uri = KeyAddress }),
            };

        private HttpResponseMessage Keys() =>
            state switch
            {
                "ten megabytes" => Text(new string(' ', 10 * 1024 * 1024)),
                "oct key" => KeySet(
                    new Dictionary<string, object>()
                    {
                        ["kty"] = "oct",
                        ["kid"] = "good",
                        ["k"] = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0",
                    }
                ),
                "exponent 1" => KeySet(new Dictionary<string, object>(GoodKey) { ["e"] = "AQ" }),
                "1024 bits" => KeySet(Key("good", 1024)),
                "no kid" => KeySet(new Dictionary<string, object>(GoodKey.Where(field => field.Key != "kid"))),
                "encryption key" => KeySet(new Dictionary<string, object>(GoodKey) { ["use"] = "enc" }),
                "personal accounts" => KeySet(
                    new Dictionary<string, object>(GoodKey)
                    {
                        ["issuer"] = "https://login.contoso.example/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
                    }
                ),
                "empty" => KeySet(),
                "a good key among bad ones" => KeySet(
                    new Dictionary<string, object>(GoodKey) { ["kid"] = "weak", ["e"] = "AQ" },
                    GoodKey,
                    new Dictionary<string, object>()
                    {
                        ["kty"] = "oct",
                        ["kid"] = "oct",
                        ["k"] = "c2VjcmV0",
                    }
                ),
                _ => KeySet(GoodKey),
            };

        private static Dictionary<string, object> Key(string id, int bits)
        {
            using var rsa = RSA.Create(bits);
            var numbers = rsa.ExportParameters(false);
            return new()
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
                ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
            };
        }

        private static HttpResponseMessage KeySet(params Dictionary<string, object>[] keys) => Json(new { keys });

        private static HttpResponseMessage Json(object value) => Text(JsonSerializer.Serialize(value));

        private static HttpResponseMessage Text(string text) =>
            new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }
}
