namespace MamConsole.IntegrationTests.Journeys;

/// <summary>
/// Sends each message twice, as a device does after a lost answer, and returns the second answer. Both answers must have the same bytes.
/// </summary>
internal sealed class EveryMessageTwice : DelegatingHandler
{
    /// <summary>The number of messages, each counted once.</summary>
    public int Messages { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.AbsolutePath.StartsWith("/mam/sync", StringComparison.Ordinal))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Messages++;
        using var first = await base.SendAsync(await CopyAsync(request, cancellationToken), cancellationToken);
        var second = await base.SendAsync(request, cancellationToken);
        Assert.Equal(await first.Content.ReadAsStringAsync(cancellationToken), await second.Content.ReadAsStringAsync(cancellationToken));
        return second;
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(ct)),
        };
        copy.Content.Headers.ContentType = request.Content.Headers.ContentType;
        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }
}
