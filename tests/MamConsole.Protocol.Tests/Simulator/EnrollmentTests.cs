using System.Net;
using MamConsole.Protocol.EnrollmentMessages;
using static MamConsole.Tests.Simulator.TestDevices;

namespace MamConsole.Tests.Simulator;

public sealed class EnrollmentTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    public void Dispose() => _server.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EnrollAsync_SendsTokenAndContext()
    {
        using var device = _server.NewDevice();
        var report = await device.EnrollAsync(ScriptedServer.EnrollmentUrl, "tou-v3.KJ2", Cancellation);

        Assert.Equal(("MamConsole", new Uri(ScriptedServer.Address)), (report.Account?.ProviderId, report.Account?.Address));
        var request = Assert.Single(_server.Enrollments);
        Assert.Equal("header.body.signature", request.Token);
        Assert.Equal(
            ("AppManagement", Profile.DeviceId, "48", "10.0.22631.3880", "LAPTOP-7Q2F", "tou-v3.KJ2", 64),
            (
                request.EnrollmentType,
                request.DeviceId,
                request.OsEdition,
                request.OsVersion,
                request.DeviceName,
                request.EnrollmentData,
                request.HwDevId?.Length
            )
        );
        Assert.Equal(2, request.Context.Count(item => item.Name == "MAC"));
        Assert.Equal(
            ("application/soap+xml; charset=utf-8", "ENROLLClient"),
            (_server.Requests[0].Content?.Headers.ContentType?.ToString(), _server.Requests[0].Headers.UserAgent.ToString())
        );
        Assert.Equal(("7d1f", "ada.nyberg@contoso.example"), (device.Tree.Read(Client + "EntDMID"), device.Tree.Read(Client + "UPN")));
        Assert.NotNull(device.NextPoll);
    }

    [Fact]
    public async Task EnrollAsync_RejectsSecondEnrollment()
    {
        using var device = await _server.EnrolledDeviceAsync();
        Assert.Equal("0x8018000A", (await device.EnrollAsync(ScriptedServer.EnrollmentUrl, cancellation: Cancellation)).HResult);
    }

    [Fact]
    public async Task EnrollAsync_ReportsFaultAsWindowsError()
    {
        using var device = _server.NewDevice();
        _server.Instead = _ =>
            ScriptedServer.Answer(
                EnrollmentFaultWriter.Write(EnrollmentFault.DeviceCapReached, "Too many devices.", Guid.Empty),
                EnrollmentNames.MediaType,
                HttpStatusCode.InternalServerError
            );

        var report = await device.EnrollAsync(ScriptedServer.EnrollmentUrl, cancellation: Cancellation);
        Assert.Equal((false, "0x80180013", "Too many devices."), (report.Succeeded, report.HResult, report.Detail));
        Assert.False(device.IsEnrolled);
    }

    public static TheoryData<string, string> BadAnswers =>
        new()
        {
            { "words", "0x801900C8" },
            { "", "0x80180029" },
            { "<a/>", "0x801900C8" },
        };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task EnrollAsync_ReportsInvalidResponseWithHttpStatus(string body, string hresult)
    {
        using var device = _server.NewDevice();
        _server.Instead = _ => ScriptedServer.Answer(System.Text.Encoding.UTF8.GetBytes(body), EnrollmentNames.MediaType);
        Assert.Equal(hresult, (await device.EnrollAsync(ScriptedServer.EnrollmentUrl, cancellation: Cancellation)).HResult);
    }

    [Fact]
    public async Task EnrollAsync_RejectsUnrelatedResponse()
    {
        using var device = _server.NewDevice();
        _server.Instead = _ =>
            ScriptedServer.Answer(
                EnrollmentResponseWriter.Write("urn:uuid:other", _server.Document, DateTimeOffset.UnixEpoch),
                EnrollmentNames.MediaType
            );
        Assert.False((await device.EnrollAsync(ScriptedServer.EnrollmentUrl, cancellation: Cancellation)).Succeeded);
    }

    [Fact]
    public async Task EnrollAsync_RejectsChunkedResponse()
    {
        using var device = _server.NewDevice();
        _server.Instead = request =>
        {
            var answer = ScriptedServer.Answer(
                EnrollmentResponseWriter.Write("urn:uuid:x", _server.Document, DateTimeOffset.UnixEpoch),
                EnrollmentNames.MediaType
            );
            answer.Headers.TransferEncodingChunked = true;
            return answer;
        };
        Assert.Contains(
            "chunked",
            (await device.EnrollAsync(ScriptedServer.EnrollmentUrl, cancellation: Cancellation)).Detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task EnrollAsync_RejectsInvalidAddress()
    {
        using var device = _server.NewDevice();
        _server.Document = _server.Document with { Address = "mam.contoso.example/sync" };
        Assert.Equal("0x80180023", (await device.EnrollAsync(ScriptedServer.EnrollmentUrl, cancellation: Cancellation)).HResult);
        Assert.Empty(device.Tree.Values);
    }

    [Fact]
    public async Task EnrollAsync_SendsNothingWithoutToken()
    {
        using var device = _server.NewDevice(token: null);
        Assert.Equal("0x80180002", (await device.EnrollAsync(ScriptedServer.EnrollmentUrl, cancellation: Cancellation)).HResult);
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReEnrollAsync_StartsWithoutState(bool afterReset)
    {
        using var device = await _server.EnrolledDeviceAsync();
        device.Change(tree => tree.With((MamConsole.Protocol.Session.NodeVerb.Replace, Edp + "EDPEnforcementLevel", "int", "2")));

        Assert.True((await device.ReEnrollAsync(afterReset, Cancellation)).Succeeded);
        Assert.Null(device.Tree.Read(Edp + "EDPEnforcementLevel"));
        Assert.Equal(afterReset, device.Profile.DeviceId != Profile.DeviceId);
        Assert.Equal(device.Profile.DeviceId, _server.Enrollments[1].DeviceId);

        await device.SyncAsync(cancellation: Cancellation);
        Assert.Equal("1", device.LastSync?.SessionId);
    }
}
