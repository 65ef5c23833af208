using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>A connection that sends arbitrary bytes, including ones that no HTTP client would send.</summary>
internal sealed class RawHttp : IDisposable
{
    private readonly TcpClient client = new();
    private NetworkStream stream = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RawHttp> ConnectAsync(Uri server)
    {
        var raw = new RawHttp();
        await raw.client.ConnectAsync(server.Host, server.Port, Cancel);
        raw.stream = raw.client.GetStream();
        return raw;
    }

    /// <summary>Sends the text on a new connection and reads one answer.</summary>
    public static async Task<RawAnswer> SendAsync(Uri server, string request)
    {
        using var raw = await ConnectAsync(server);
        await raw.SendAsync(request);
        return await raw.ReadAsync(bodiless: request.StartsWith("HEAD ", StringComparison.Ordinal));
    }

    /// <summary>The request line and the headers of a request, without the empty line that ends them.</summary>
    public static string Head(Uri server, string method, string target, params string[] headers) =>
        $"{method} {target} HTTP/1.1\r\nHost: {server.Authority}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}";

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await stream.WriteAsync(bytes, Cancel);

    public async Task<RawAnswer> ReadAsync(bool bodiless = false)
    {
        var head = await ReadHeadAsync();
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToLookup(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        var length = int.Parse(headers["Content-Length"].SingleOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var body = new byte[bodiless ? 0 : length];
        await stream.ReadExactlyAsync(body, Cancel);
        return new RawAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, body);
    }

    /// <summary>Waits until the server closes the connection, and discards the bytes received until then.</summary>
    public async Task ClosedAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, Cancel) > 0) { }
        }
        catch (IOException)
        {
            // The connection was reset instead of closed, which ends it as well.
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            await stream.ReadExactlyAsync(one, Cancel);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private static bool EndsHead(StringBuilder head) =>
        head.Length >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';
}
