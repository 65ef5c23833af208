using System.Diagnostics;

namespace MamConsole.Benchmarks;

/// <summary>Measures each request from its first byte to the last byte of its response and stores the bytes of both.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public List<RecordedCall> Calls { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var began = Stopwatch.GetTimestamp();
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var duration = Stopwatch.GetElapsedTime(began);
        Calls.Add(
            new RecordedCall(
                sent,
                [
                    .. request
                        .Headers.Concat(request.Content!.Headers)
                        .Select(header => KeyValuePair.Create(header.Key, header.Value.ToArray())),
                ],
                await response.Content.ReadAsByteArrayAsync(cancellationToken),
                duration
            )
        );
        return response;
    }
}
