using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MamConsole.Benchmarks;

/// <summary>
/// Kestrel without any middleware: receives the bytes of recorded requests and returns the recorded responses. Its time is the lower bound
/// for any server of this framework.
/// </summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private IReadOnlyList<RecordedCall> calls = [];

    private EchoServer(WebApplication app) => this.app = app;

    public static async Task<EchoServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new EchoServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Sends the recorded requests to this server and returns their total time.</summary>
    public async Task<TimeSpan> ReplayAsync(IReadOnlyList<RecordedCall> recorded)
    {
        calls = recorded;
        var total = TimeSpan.Zero;
        for (var i = 0; i < recorded.Count; i++)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                string.Create(CultureInfo.InvariantCulture, $"{app.Urls.First()}/{i}")
            )
            {
                Content = new ByteArrayContent(recorded[i].Sent),
            };
            foreach (var (name, values) in recorded[i].Headers)
            {
                _ = request.Headers.TryAddWithoutValidation(name, values) || request.Content.Headers.TryAddWithoutValidation(name, values);
            }

            var began = Stopwatch.GetTimestamp();
            using var response = await client.SendAsync(request);
            total += Stopwatch.GetElapsedTime(began);
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentLength != recorded[i].Received.Length)
            {
                throw new InvalidOperationException("The echo answered something else.");
            }
        }

        return total;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var answer = calls[int.Parse(context.Request.Path.Value![1..], CultureInfo.InvariantCulture)].Received;
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}
