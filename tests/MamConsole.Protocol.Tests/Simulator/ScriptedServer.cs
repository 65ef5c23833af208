using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator;

namespace MamConsole.Tests.Simulator;

/// <summary>
/// A minimal server for one device at a time: it accepts every enrollment and sends the commands that a test queues, one batch per message.
/// </summary>
internal sealed class ScriptedServer : HttpMessageHandler
{
    public const string Address = "https://mam.contoso.example/mam/sync/7d1f";
    public static readonly Uri EnrollmentUrl = new("https://mam.contoso.example/mam/enroll");

    private readonly Lock _stateLock = new();
    private LiveSession? _live;
    private byte[] _lastAnswer = [];
    private int _inFlight;

    /// <summary>The batches of commands, each sent in one message. Sessions close when there are none.</summary>
    public Queue<ImmutableArray<SyncCommand>> Batches { get; } = new();

    public List<ReceivedPackage> Packages { get; } = [];

    public List<EnrollmentRequest> Enrollments { get; } = [];

    public List<HttpRequestMessage> Requests { get; } = [];

    public ProvisioningDocument Document { get; set; } =
        new()
        {
            ProviderId = "MamConsole",
            Name = "Contoso MamConsole",
            Address = Address,
            EntDMID = "7d1f",
            Upn = "ada.nyberg@contoso.example",
        };

    /// <summary>Responds instead of the server; null for the regular responses.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Instead { get; set; }

    /// <summary>The status of every header; null for the regular one.</summary>
    public StatusCode? RejectsWith { get; set; }

    /// <summary>The maximum number of simultaneous requests so far.</summary>
    public int MaximumInFlight { get; private set; }

    public SimulatedDevice NewDevice(
        DeviceOptions? options = null,
        TimeProvider? time = null,
        DeviceProfile? profile = null,
        string? token = "header.body.signature"
    ) => new(profile ?? TestDevices.Profile, new HttpClient(this, disposeHandler: false), _ => Task.FromResult(token), options, time);

    public async Task<SimulatedDevice> EnrolledDeviceAsync(DeviceOptions? options = null, TimeProvider? time = null)
    {
        var device = NewDevice(options, time);
        Assert.True((await device.EnrollAsync(EnrollmentUrl, cancellation: TestContext.Current.CancellationToken)).Succeeded);
        return device;
    }

    public void Queue(params ImmutableArray<SyncCommand> batch) => Batches.Enqueue(batch);

    public void Replace(string uri, string format, string value) =>
        Queue(new SyncCommand.Replace("1001", [new SyncItem(Target: uri, Format: format, Data: value)]));

    public void Get(string uri) => Queue(new SyncCommand.Get("1001", [new SyncItem(Target: uri)]));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_stateLock)
        {
            Requests.Add(request);
            MaximumInFlight = Math.Max(MaximumInFlight, ++_inFlight);
        }

        try
        {
            await Task.Yield();
            if (Instead?.Invoke(request) is { } other)
            {
                return other;
            }

            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            lock (_stateLock)
            {
                return request.RequestUri!.AbsolutePath == EnrollmentUrl.AbsolutePath ? Enroll(body) : Sync(body);
            }
        }
        finally
        {
            lock (_stateLock)
            {
                _inFlight--;
            }
        }
    }

    public static HttpResponseMessage Answer(byte[] body, string mediaType, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } } };

    private HttpResponseMessage Enroll(byte[] body)
    {
        var request = EnrollmentRequestReader.Read(body);
        Enrollments.Add(request);
        return Answer(EnrollmentResponseWriter.Write(request.MessageId, Document, DateTimeOffset.UnixEpoch), EnrollmentNames.MediaType);
    }

    private HttpResponseMessage Sync(byte[] body)
    {
        var message = SyncMLReader.Read(body);
        if (RejectsWith is { } code)
        {
            return Answer(SyncMLWriter.Write(ServerSession.Reject(message, code, Address)), SyncMLNames.MediaType);
        }

        var hash = ServerSession.HashOf(body);
        var package = ServerSession.Receive(message, hash, _live);
        Packages.Add(package);
        if (package.Kind != PackageKind.Repeat)
        {
            var commands = package.AcceptsCommands && Batches.TryDequeue(out var batch) ? batch : [];
            _lastAnswer = SyncMLWriter.Write(ServerSession.Reply(message, package, commands, Address));
            _live = ServerSession.Advance(message, hash, _live, package, commands);
        }

        return Answer(_lastAnswer, SyncMLNames.MediaType);
    }
}
