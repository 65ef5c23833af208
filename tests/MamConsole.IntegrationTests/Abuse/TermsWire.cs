using System.Net.Http.Headers;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Policies;
using MamConsole.Server.Access;
using MamConsole.Server.TermsOfUse;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>Requests to the terms-of-use page as the web view of Windows sends them.</summary>
internal static class TermsWire
{
    public const string Redirect = "ms-appx-web://Microsoft.AAD.BrokerPlugin/ToUResponse";

    public static readonly Administrator Owner = PolicyTestHost.Person("Olga Owner", AppRole.Owner);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TermsVersion> PublishTermsAsync(this Journey journey, string text, bool required = false)
    {
        var current = (await journey.Get<TermsQueries>().CurrentAsync(Owner, Cancel)).Value();
        return (await journey.Get<PublishTerms>().ExecuteAsync(Owner, current.Number, new NewTerms(text, required), Cancel)).Value();
    }

    /// <param name="journey">The journey.</param>
    /// <param name="query">The query string without the question mark, sent unchanged.</param>
    /// <param name="token">The token for the Authorization header; null omits the header.</param>
    public static async Task<PageAnswer> GetTermsAsync(this Journey journey, string query, string? token)
    {
        using var client = journey.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/mam/terms?{query}");
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await PageAnswer.ReadAsync(await client.SendAsync(request, Cancel));
    }

    public static Task<PageAnswer> GetTermsAsync(this Journey journey, string token) => journey.GetTermsAsync(Query(), token);

    public static async Task<PageAnswer> PostTermsAsync(this Journey journey, params (string Name, string Value)[] fields)
    {
        using var client = journey.Server.CreateClient();
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await PageAnswer.ReadAsync(await client.PostAsync("/mam/terms", form, Cancel));
    }

    public static string Query(string? redirect = Redirect, string? version = "1.0", string more = "") =>
        string.Join(
            '&',
            new[]
            {
                redirect is null ? null : $"redirect_uri={Uri.EscapeDataString(redirect)}",
                "client-request-id=6f0a3c1e-5f5b-4b7d-9a3f-2f1f6f0f9d11",
                version is null ? null : $"api-version={version}",
            }.Where(p => p is not null)
        ) + more;

    /// <summary>Reads and accepts the terms, and returns the OpaqueBlob of the redirect address.</summary>
    public static async Task<string> AcceptAsync(this Journey journey, string token)
    {
        var page = await journey.GetTermsAsync(token);
        return (await journey.PostTermsAsync(("state", page.State), ("answer", "accept"))).Blob;
    }
}
