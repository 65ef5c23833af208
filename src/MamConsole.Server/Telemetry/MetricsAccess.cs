using System.Net;

namespace MamConsole.Server.Telemetry;

/// <summary>
/// Restricts <c>/metrics</c> on the port of the console to programs of this machine that connect directly. A reverse proxy on this machine
/// connects from loopback too; it is recognized by the headers that proxies add and by the host name that it forwards.
/// </summary>
internal static class MetricsAccess
{
    /// <summary>
    /// Whether the request was sent from this machine and was not forwarded. Evaluates the connection, so it must run before forwarded
    /// headers are applied.
    /// </summary>
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote
        && IsLoopback(remote)
        && IsLocalName(context.Request.Host.Host)
        && !context.Request.Headers.Keys.Any(IsForwardingHeader);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));

    private static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsForwardingHeader(string name) =>
        name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || name.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Via", StringComparison.OrdinalIgnoreCase);
}
