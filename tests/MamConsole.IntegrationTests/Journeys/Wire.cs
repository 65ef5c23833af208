using System.Net.Http.Headers;
using System.Text;
using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record WireAnswer(int Status, byte[] Body, HttpResponseMessage Response)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public SyncMLMessage Message => SyncMLReader.Read(Body);

    /// <summary>The status that the server gives the message's header.</summary>
    public int Header => Message.Commands.OfType<SyncCommand.Status>().First(s => s.CommandRef == "0").Code.Value;

    /// <summary>What the server asks of the device.</summary>
    public IEnumerable<SyncCommand> Asked => Message.Commands.Where(c => c is not SyncCommand.Status);

    public override string ToString() => $"{Status} {Text}";

    public string? Challenge => Response.Headers.WwwAuthenticate.FirstOrDefault()?.ToString();
}

/// <summary>Requests that no honest device sends.</summary>
internal static class Wire
{
    private static readonly HttpClient Http = new();

    /// <param name="server">Whom.</param>
    /// <param name="path">Where.</param>
    /// <param name="body">Bytes.</param>
    /// <param name="token">For the Authorization header; null leaves it out.</param>
    /// <param name="change">Anything else that is otherwise.</param>
    public static async Task<WireAnswer> PostAsync(Uri server, string path, ReadOnlyMemory<byte> body, string? token = null, Action<HttpRequestMessage>? change = null)
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
        return new WireAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), response);
    }
}

/// <summary>Messages of a device, put together by hand.</summary>
internal static class Package
{
    /// <summary>Package 1 as Windows sends it.</summary>
    public static byte[] One(string deviceId, string session = "1", string? token = null, string login = "user", params SyncCommand[] more) => Write(deviceId, session, 1,
    [
        new SyncCommand.Alert("2", 1201, []),
        new SyncCommand.Alert("3", 1224, [new SyncItem(Type: "com.microsoft/MDM/LoginStatus", Data: login)]),
        .. token is null ? Array.Empty<SyncCommand>() : [new SyncCommand.Alert("4", 1224, [new SyncItem(Type: "com.microsoft/MDM/AADUserToken", Data: token)])],
        new SyncCommand.Replace("5", [new SyncItem(Source: "./DevInfo/DevId", Data: deviceId), new SyncItem(Source: "./DevInfo/Mod", Data: "Notebook 14")]),
        .. more,
    ]);

    /// <summary>A later message with whatever it says; the header's status stands before it.</summary>
    public static byte[] Next(string deviceId, int message, params SyncCommand[] says) =>
        Write(deviceId, "1", message, [new SyncCommand.Status("1", message - 1, "0", "SyncHdr", StatusCode.Ok), .. says]);

    private static byte[] Write(string deviceId, string session, int message, SyncCommand[] commands) =>
        SyncMLWriter.Write(new SyncMLMessage(new SyncHeader(session, message, "https://mam.contoso.example/mam/sync", deviceId), [.. commands], Final: true));
}
