using System.Net;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator;
using Microsoft.Extensions.Time.Testing;
using static MamConsole.Tests.Simulator.TestDevices;

namespace MamConsole.Tests.Simulator;

public sealed class SimulatedDeviceTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    public void Dispose() => _server.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<SyncReport> Sync(SimulatedDevice device, SyncOutcome expected = SyncOutcome.Completed)
    {
        var report = await device.SyncAsync(cancellation: Cancellation);
        Assert.Equal((expected, report.Detail), (report.Outcome, report.Detail));
        return report;
    }

    [Fact]
    public async Task SyncAsync_SendsRequestOfWindows()
    {
        using var device = await _server.EnrolledDeviceAsync();
        await Sync(device);

        var request = _server.Requests[1];
        Assert.Equal("https://mam.contoso.example/mam/sync/7d1f?mode=Maintenance&Platform=WoA", request.RequestUri?.AbsoluteUri);
        Assert.Equal("application/vnd.syncml.dm+xml", request.Content?.Headers.ContentType?.ToString());
        Assert.True(request.Content?.Headers.ContentLength > 900);
        Assert.Equal("Bearer header.body.signature", request.Headers.Authorization?.ToString());
        Assert.Equal("7d1f", Assert.Single(request.Headers.GetValues("client-request-id")));
        Assert.Equal("MSFT OMA DM Client/1.2.0.1", string.Join(' ', request.Headers.GetValues("User-Agent")));
        Assert.EndsWith(".0.0.0", Assert.Single(request.Headers.GetValues("MS-CV")), StringComparison.Ordinal);
        Assert.False(request.Headers.Contains("UserAgentOrigin"));
        Assert.Equal(("header.body.signature", LoginStatus.User), (_server.Packages[0].UserToken, _server.Packages[0].LoginStatus));
        Assert.Equal("Halden Computing", _server.Packages[0].DeviceInfo["Man"]);
    }

    [Theory]
    [InlineData(ClientShape.Windows11, "application/vnd.syncml.dm+xml", true, "Alert Alert Alert Replace")]
    [InlineData(ClientShape.Windows10, "application/vnd.syncml.dm+xml; charset=utf-8", false, "Alert Alert Alert Replace")]
    [InlineData(ClientShape.Sparse, "application/vnd.syncml.dm+xml", true, "Alert Alert Replace Replace Replace Replace Replace Replace")]
    public async Task SyncAsync_UsesClientShape(ClientShape shape, string contentType, bool vector, string package)
    {
        using var device = await _server.EnrolledDeviceAsync(
            new DeviceOptions
            {
                Shape = shape,
                SessionIdIsAlwaysZero = true,
                MaxMessageSize = 9000,
            }
        );
        var report = await Sync(device);

        var request = _server.Requests[1];
        Assert.Equal((contentType, vector), (request.Content?.Headers.ContentType?.ToString(), request.Headers.Contains("MS-CV")));
        var message = SyncMLReader.Read(report.Exchanges[0].Sent);
        Assert.Equal(("0", 9000), (message.Header.SessionId, message.Header.MaxMessageSize));
        Assert.Equal(package, string.Join(' ', message.Commands.Select(c => c.Name)));
    }

    [Fact]
    public async Task Package1_InTwoMessagesWaitsForRequestOfSecond()
    {
        _server.Get(Edp + "EDPShowIcons");
        using var device = await _server.EnrolledDeviceAsync(new DeviceOptions { OpensInTwoMessages = true });
        var report = await Sync(device);

        Assert.Equal([false, true, true], report.Exchanges.Select(e => SyncMLReader.Read(e.Sent).Final));
        Assert.Equal(("DevId Man", "DmV Lang Mod"), (UnenrollTypeOf(0), UnenrollTypeOf(1)));
        Assert.True(_server.Packages[1].AcceptsCommands);
        string UnenrollTypeOf(int number) => string.Join(' ', _server.Packages[number].DeviceInfo.Keys.Order());
    }

    [Fact]
    public async Task CleanUpInNextSession_LastsOneSession()
    {
        using var device = await _server.EnrolledDeviceAsync();
        device.CleanUpInNextSession();
        _server.Replace(Edp + "EDPShowIcons", "int", "1");
        Assert.Equal(500, Assert.Single((await Sync(device)).Commands).Code.Value);
        _server.Replace(Edp + "EDPShowIcons", "int", "1");
        Assert.Equal(200, Assert.Single((await Sync(device)).Commands).Code.Value);
    }

    [Fact]
    public async Task SyncAsync_AppliesConfiguredLeapAndToken()
    {
        using var device = await _server.EnrolledDeviceAsync();
        device.ChangeTokenAfterMessage(1, "another.token.here");
        _server.Get(Edp + "EDPShowIcons");
        await Sync(device);
        Assert.Equal(
            ["Bearer header.body.signature", "Bearer another.token.here"],
            _server.Requests[1..].Select(r => r.Headers.Authorization?.ToString())
        );

        device.ChangeTokenAfterMessage(1, null);
        device.LeapInNextSession(3);
        _server.Get(Edp + "EDPShowIcons");
        await Sync(device, SyncOutcome.ProtocolError);
        Assert.Equal(PackageKind.OutOfOrder, _server.Packages[^1].Kind);
        await Sync(device);
    }

    [Fact]
    public async Task SyncApplicationVersion_TakesEffectInNextSession()
    {
        using var device = await _server.EnrolledDeviceAsync();
        _server.Replace(Client + "SyncApplicationVersion", "chr", "4.0");
        _server.Get(Grouping);
        await Sync(device);
        Assert.Null(_server.Packages[2].Verdicts[0].OriginalError);

        _server.Get(Grouping);
        await device.SyncAsync(SyncTrigger.Login, Cancellation);
        Assert.Equal("4", Assert.Single(_server.Requests[^1].Headers.GetValues("UserAgentOrigin")));
        Assert.Equal("0x86000002", _server.Packages[^1].Verdicts[0].OriginalError);
    }

    [Fact]
    public async Task SyncAsync_ReturnsWrittenValues()
    {
        using var device = await _server.EnrolledDeviceAsync();
        _server.Replace(Edp + "EDPEnforcementLevel", "int", "2");
        _server.Get(Edp + "EDPEnforcementLevel");
        var report = await Sync(device);

        Assert.Equal(["Replace 200", "Get 200"], report.Commands.Select(command => $"{command.Name} {command.Code}"));
        Assert.Equal((StatusCode.Ok, "2"), (_server.Packages[1].Verdicts.Single().Code, _server.Packages[2].Readings.Single().Data));
        Assert.Equal(
            [PackageKind.NewSession, PackageKind.Continuation, PackageKind.Continuation],
            _server.Packages.Select(package => package.Kind)
        );
        Assert.True(device.IsProtecting);
    }

    [Fact]
    public async Task SyncAsync_ReportsRejectedWrites()
    {
        using var device = await _server.EnrolledDeviceAsync();
        _server.Replace(Edp + "EDPEnforcementLevel", "chr", "2");
        var report = await Sync(device);

        Assert.Equal((415, Edp + "EDPEnforcementLevel"), (Assert.Single(report.Failures).Code.Value, report.Failures.Single().LocUri));
        Assert.Equal(StatusCode.UnsupportedFormat, _server.Packages[1].Verdicts.Single().Code);
    }

    [Fact]
    public async Task SessionId_Increments()
    {
        using var device = await _server.EnrolledDeviceAsync();
        Assert.Equal("1", (await Sync(device)).SessionId);
        Assert.Equal("2", (await Sync(device)).SessionId);
    }

    [Fact]
    public async Task Reject_FailsNodeUntilStopRejecting()
    {
        using var device = await _server.EnrolledDeviceAsync();
        device.Reject(Edp + "*", StatusCode.Failed, "0x80070005");
        _server.Replace(Edp + "EDPShowIcons", "int", "1");
        Assert.Equal("0x80070005", Assert.Single((await Sync(device)).Failures).OriginalError);

        device.StopRejecting();
        _server.Replace(Edp + "EDPShowIcons", "int", "1");
        Assert.Empty((await Sync(device)).Failures);
    }

    [Fact]
    public async Task GoOffline_SendsNothing()
    {
        using var device = await _server.EnrolledDeviceAsync();
        device.GoOffline();
        await Sync(device, SyncOutcome.Offline);
        Assert.Single(_server.Requests);

        device.GoOnline();
        await Sync(device);
    }

    [Fact]
    public async Task LoseNextAnswer_ResendsSameBytes()
    {
        using var device = await _server.EnrolledDeviceAsync();
        _server.Replace(Edp + "EDPShowIcons", "int", "1");
        device.LoseNextAnswer();
        var report = await Sync(device);

        Assert.Equal(
            [PackageKind.NewSession, PackageKind.Repeat, PackageKind.Continuation],
            _server.Packages.Select(package => package.Kind)
        );
        Assert.True(report.Exchanges[0].Sent.Span.SequenceEqual(report.Exchanges[1].Sent.Span));
        Assert.Equal("1", device.Tree.Read(Edp + "EDPShowIcons"));
    }

    [Fact]
    public async Task LoseNextAnswer_EndsSessionWhenConfigured()
    {
        using var device = await _server.EnrolledDeviceAsync();
        _server.Replace(Edp + "EDPShowIcons", "int", "1");
        device.LoseNextAnswer(LostAnswer.BeginAnew);
        await Sync(device, SyncOutcome.AnswerLost);
        Assert.Null(device.Tree.Read(Edp + "EDPShowIcons"));

        await Sync(device);
        Assert.Equal([PackageKind.NewSession, PackageKind.NewSession], _server.Packages.Select(package => package.Kind));
    }

    [Fact]
    public async Task CrashAfterMessage_ExecutesWithoutReporting()
    {
        using var device = await _server.EnrolledDeviceAsync();
        _server.Replace(Edp + "EDPShowIcons", "int", "1");
        device.CrashAfterMessage(1);
        await Sync(device, SyncOutcome.Crashed);

        Assert.Equal("1", device.Tree.Read(Edp + "EDPShowIcons"));
        Assert.Single(_server.Packages);
    }

    [Fact]
    public async Task BeSlow_SendsHeartbeatsBeforeStatuses()
    {
        using var device = await _server.EnrolledDeviceAsync();
        _server.Get(Status);
        device.BeSlow(2);
        await Sync(device);

        Assert.Equal([false, true, true, false], _server.Packages.Select(package => package.IsHeartbeat));
        Assert.Equal("0", _server.Packages[3].Readings.Single().Data);
    }

    [Fact]
    public async Task SyncAsync_SendsLongLogInChunks()
    {
        var log = $"<Reporting>{string.Concat(Enumerable.Repeat("Ωmega 😀 ", 700))}</Reporting>";
        using var device = await _server.EnrolledDeviceAsync(new DeviceOptions { LargestText = 1000 });
        device.Change(tree => tree with { WorkDataLog = log });
        _server.Get("./Vendor/MSFT/Reporting/EnterpriseDataProtection/RetrieveByCount/Logs");
        await Sync(device);

        Assert.True(_server.Packages.Count(package => package.RequestsNext) >= 5);
        Assert.Equal(log, _server.Packages.SelectMany(package => package.Readings).Single().Data);
        Assert.All(_server.Packages, package => Assert.Equal(0, package.DroppedAnswers));
    }

    [Theory]
    [InlineData(null, 1, true)]
    [InlineData("0", 1, false)]
    [InlineData("1", 0, false)]
    public async Task UnenrollAsync_EndsEnrollmentAndRevokesKeysAsConfigured(string? revoke, int mode, bool revoked)
    {
        using var device = await _server.EnrolledDeviceAsync();
        device.Change(tree => tree.With((NodeVerb.Replace, Edp + "EDPEnforcementLevel", "int", mode == 0 ? "0" : "1")));
        if (revoke is not null)
        {
            device.Change(tree => tree.With((NodeVerb.Replace, Edp + "RevokeOnUnenroll", "int", revoke)));
        }

        var report = await device.UnenrollAsync(Cancellation);

        Assert.Equal(SyncOutcome.Unenrolled, report.Outcome);
        Assert.True(Assert.Single(_server.Packages).Unenrolls);
        Assert.Equal((false, revoked, 0), (device.IsEnrolled, device.WorkFilesRevoked, device.Tree.Values.Count));
        await Sync(device, SyncOutcome.NotEnrolled);
    }

    [Fact]
    public async Task UnenrollAsync_SendsNoAlertWithoutNetwork()
    {
        using var device = await _server.EnrolledDeviceAsync();
        device.GoOffline();
        await device.UnenrollAsync(Cancellation);
        Assert.False(device.IsEnrolled);
        Assert.Empty(_server.Packages);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UnenrollCommand_IsExecutedWhenServerCanUnenroll(bool works)
    {
        using var device = await _server.EnrolledDeviceAsync(new DeviceOptions { ServerCanUnenroll = works });
        _server.Queue(new SyncCommand.Exec("1001", [new SyncItem(Target: Client + "Unenroll", Format: "chr", Data: "MamConsole")]));
        await Sync(device, works ? SyncOutcome.Unenrolled : SyncOutcome.Aborted);

        Assert.Equal(!works, device.IsEnrolled);
        Assert.Equal(works, _server.Packages is [_, { Kind: PackageKind.NewSession, Unenrolls: true }]);
        Assert.DoesNotContain(_server.Packages, package => !package.Verdicts.IsEmpty);
    }

    [Fact]
    public async Task SyncAsync_SendsNoTokenWhenUserIsSignedOut()
    {
        using var device = await _server.EnrolledDeviceAsync();
        device.SignIn(false);
        await Sync(device);

        Assert.Equal((LoginStatus.None, null), (_server.Packages[0].LoginStatus, _server.Packages[0].UserToken));
        Assert.Null(_server.Requests[^1].Headers.Authorization);
        Assert.EndsWith("mode=Machine&Platform=WoA", _server.Requests[^1].RequestUri?.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenLocations_DetermineWhereTokenIsSent()
    {
        using var device = await _server.EnrolledDeviceAsync(new DeviceOptions { TokenLocations = TokenLocations.Alert });
        await Sync(device);
        Assert.Null(_server.Requests[^1].Headers.Authorization);
        Assert.NotNull(_server.Packages[0].UserToken);
    }

    [Fact]
    public async Task SyncAsync_ReportsInvalidResponse()
    {
        using var device = await _server.EnrolledDeviceAsync(new DeviceOptions { ConnectionRetries = 0 });

        _server.Instead = _ => ScriptedServer.Answer("<html/>"u8.ToArray(), "text/html");
        await Sync(device, SyncOutcome.ProtocolError);
        _server.Instead = _ => ScriptedServer.Answer("<html/>"u8.ToArray(), SyncMLNames.MediaType);
        await Sync(device, SyncOutcome.ProtocolError);
        _server.Instead = _ => new HttpResponseMessage(HttpStatusCode.Unauthorized);
        await Sync(device, SyncOutcome.HttpFailed);
        _server.Instead = _ => throw new HttpRequestException("no route");
        await Sync(device, SyncOutcome.NoConnection);
        _server.Instead = null;
        _server.RejectsWith = StatusCode.CredentialsMissing;
        Assert.Contains("407", (await Sync(device, SyncOutcome.Rejected)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SyncAsync_RetriesFailedConnection()
    {
        using var device = await _server.EnrolledDeviceAsync(new DeviceOptions { InitialBackOff = TimeSpan.Zero });
        var failures = 3;
        _server.Instead = _ => failures-- > 0 ? throw new HttpRequestException("no route") : null;
        Assert.Equal(4, (await Sync(device)).Exchanges.Length);
    }

    [Fact]
    public async Task ManagementServiceAddress_MovesDevice()
    {
        using var device = await _server.EnrolledDeviceAsync();
        _server.Replace(Client + "ManagementServiceAddress", "chr", "https://mam2.contoso.example/mam/sync?x=1");
        await Sync(device);
        await Sync(device);
        Assert.Equal(
            "https://mam2.contoso.example/mam/sync?x=1&mode=Maintenance&Platform=WoA",
            _server.Requests[^1].RequestUri?.AbsoluteUri
        );
    }

    [Fact]
    public async Task SyncAsync_WaitsForRetryAfter()
    {
        var time = new FakeTimeProvider();
        using var device = await _server.EnrolledDeviceAsync(new DeviceOptions { TimeScale = 60 }, time);
        _server.Instead = _ => new HttpResponseMessage(HttpStatusCode.TooManyRequests)
        {
            Headers = { RetryAfter = new(TimeSpan.FromMinutes(5)) },
        };
        await device.SyncAsync(SyncTrigger.Schedule, Cancellation);
        Assert.Equal(time.GetUtcNow() + TimeSpan.FromMinutes(5), device.NextPoll);

        _server.Instead = null;
        await device.SyncAsync(SyncTrigger.Schedule, Cancellation);
        Assert.Equal(time.GetUtcNow() + TimeSpan.FromSeconds(15), device.NextPoll);
    }

    [Fact]
    public async Task SyncAsync_UnenrollsAfterLostContact()
    {
        var time = new FakeTimeProvider();
        using var device = await _server.EnrolledDeviceAsync(time: time);
        _server.Replace(Client + "NumberOfDaysAfterLostContactToUnenroll", "int", "30");
        await Sync(device);

        _server.Instead = _ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        time.Advance(TimeSpan.FromDays(29));
        await Sync(device, SyncOutcome.HttpFailed);
        time.Advance(TimeSpan.FromDays(1));
        await Sync(device, SyncOutcome.Unenrolled);
        Assert.False(device.IsEnrolled);
    }

    [Fact]
    public async Task Restore_ContinuesFromSavedState()
    {
        using var device = await _server.EnrolledDeviceAsync();
        _server.Queue(new SyncCommand.Add("1001", [new SyncItem(Target: Grouping + "/EXE/Policy", Format: "chr", Data: Collection())]));
        await Sync(device);
        device.OverridePolicy("DeviceLock/DevicePasswordHistory", "3");

        var saved = DeviceState.FromJson(device.Save().ToJson());
        using var restored = SimulatedDevice.Restore(saved, new HttpClient(_server), _ => Task.FromResult<string?>("t"));

        Assert.Equal(device.Tree.Values, restored.Tree.Values);
        Assert.Equal(
            (device.Account, device.NextPoll, device.LastContact, device.Profile),
            (restored.Account, restored.NextPoll, restored.LastContact, restored.Profile)
        );
        Assert.Equal("3", restored.Tree.Read("./Device/Vendor/MSFT/Policy/Result/DeviceLock/DevicePasswordHistory"));
        Assert.Equal("2", (await Sync(restored)).SessionId);
    }
}
