using System.Net;
using MamConsole.Server.Telemetry;
using Microsoft.AspNetCore.Http;

namespace MamConsole.Tests.Server.Telemetry;

public sealed class MetricsAccessTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:5080")]
    [InlineData("127.0.0.7", "127.0.0.1:5080")]
    [InlineData("::1", "[::1]:5080")]
    [InlineData("::ffff:127.0.0.7", "LOCALHOST")]
    public void IsLocal_AcceptsADirectCallOfThisMachine(string remote, string host) =>
        Assert.True(MetricsAccess.IsLocal(Call(remote, host)));

    [Theory]
    [InlineData("203.0.113.7", "localhost")]
    [InlineData("10.0.0.5", "localhost")]
    [InlineData("::ffff:10.0.0.5", "localhost")]
    [InlineData("fe80::1", "localhost")]
    public void IsLocal_RejectsAnotherMachine(string remote, string host) => Assert.False(MetricsAccess.IsLocal(Call(remote, host)));

    [Fact]
    public void IsLocal_RejectsAConnectionWithoutAnAddress() => Assert.False(MetricsAccess.IsLocal(Call(null, "localhost")));

    /// <summary>A proxy on this machine that adds no header forwards the public host name.</summary>
    [Theory]
    [InlineData("mam.contoso.example")]
    [InlineData("localhost.contoso.example")]
    [InlineData("203.0.113.7")]
    [InlineData("")]
    public void IsLocal_RejectsAPublicHostName(string host) => Assert.False(MetricsAccess.IsLocal(Call("127.0.0.1", host)));

    [Theory]
    [InlineData("Forwarded")]
    [InlineData("forwarded")]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-FORWARDED-HOST")]
    [InlineData("X-Real-IP")]
    [InlineData("Via")]
    public void IsLocal_RejectsAForwardedCall(string header)
    {
        var call = Call("127.0.0.1", "localhost");
        call.Request.Headers[header] = "x";

        Assert.False(MetricsAccess.IsLocal(call));
    }

    private static DefaultHttpContext Call(string? remote, string host)
    {
        var call = new DefaultHttpContext();
        call.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        call.Request.Host = new HostString(host);
        return call;
    }
}
