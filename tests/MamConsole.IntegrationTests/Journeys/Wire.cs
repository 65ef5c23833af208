using System.Net.Http.Headers;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>HTTP requests to the device endpoints that the simulator does not send.</summary>
internal static class Wire
{
    private static readonly HttpClient Http = new();

    /// <param name="server">The server's address.</param>
    /// <param name="path">The path.</param>
    /// <param name="body">The body.</param>
    /// <param name="token">The token for the Authorization header; null omits the header.</param>
    /// <param name="change">Other changes to the request.</param>
    public static async Task<WireAnswer> PostAsync(
        Uri server,
        string path,
        ReadOnlyMemory<byte> body,
        string? token = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path)) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Protocol.SyncML.SyncMLNames.MediaType);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        change?.Invoke(request);
        var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.NotEqual(true, response.Headers.TransferEncodingChunked);
        Assert.NotNull(response.Content.Headers.ContentLength);
        await IndependentReader.CheckAsync(response);
        return new WireAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            response
        );
    }
}
