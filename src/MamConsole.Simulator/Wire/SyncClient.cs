using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Simulator.Wire;

/// <summary>Sends a message as Windows' client does (docs/reference/protocol.md §3.1) and returns the bytes of the response.</summary>
internal sealed class SyncClient(HttpClient http, ClientShape shape, TimeProvider time)
{
    private const long LargestAnswer = 4 * 1024 * 1024;

    private readonly string _correlation = Convert.ToBase64String(RandomNumberGenerator.GetBytes(12)).TrimEnd('=');
    private int _requests;

    /// <summary>Sends one attempt. A failed connection is returned as a failure and does not throw.</summary>
    public async Task<(byte[]? Answer, SyncFailure? Failure)> PostAsync(SyncRequest request, byte[] body, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, WithQuery(request)) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(SyncMLNames.MediaType)
        {
            CharSet = shape == ClientShape.Windows10 ? "utf-8" : null,
        };
        Headers(message.Headers, request);
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation)
                .ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return (
                    null,
                    new SyncFailure(
                        SyncOutcome.HttpFailed,
                        string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}"),
                        RetryAfter(response)
                    )
                );
            }

            if (response.Content.Headers.ContentType?.MediaType != SyncMLNames.MediaType)
            {
                return (
                    null,
                    new SyncFailure(SyncOutcome.ProtocolError, $"The response is '{response.Content.Headers.ContentType}', not SyncML.")
                );
            }

            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellation).ConfigureAwait(false);
            return (await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false), null);
        }
        catch (Exception unreachable)
            when (unreachable is HttpRequestException or IOException
                || (unreachable is TaskCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return (null, new SyncFailure(SyncOutcome.NoConnection, unreachable.Message));
        }
    }

    /// <summary>Appends the query parameters of the client to the query of the address.</summary>
    private static Uri WithQuery(SyncRequest request)
    {
        var mode = $"mode={(request.UserLoggedOn ? "Maintenance" : "Machine")}&Platform=WoA";
        return new UriBuilder(request.Address) { Query = request.Address.Query.Length > 1 ? request.Address.Query + "&" + mode : mode }.Uri;
    }

    private void Headers(HttpRequestHeaders headers, SyncRequest request)
    {
        foreach (
            var accepted in ImmutableArray.Create(SyncMLNames.MediaType, "application/vnd.syncml.dm+wbxml", "application/octet-stream")
        )
        {
            headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accepted));
        }

        headers.AcceptCharset.Add(new StringWithQualityHeaderValue("UTF-8"));
        headers.TryAddWithoutValidation("client-request-id", request.RequestId);
        if (shape != ClientShape.Windows10)
        {
            headers.TryAddWithoutValidation("MS-CV", string.Create(CultureInfo.InvariantCulture, $"{_correlation}.0.0.{_requests++}"));
        }

        headers.TryAddWithoutValidation("User-Agent", "MSFT OMA DM Client/1.2.0.1");
        if (request.Token is { } token)
        {
            headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        if (request.Origin is { } origin)
        {
            headers.TryAddWithoutValidation("UserAgentOrigin", ((int)origin).ToString(CultureInfo.InvariantCulture));
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } retry ? null : retry.Delta ?? (retry.Date is { } date ? date - time.GetUtcNow() : null);
}
