namespace MamConsole.Server.Access.Limits;

/// <summary>How an endpoint says that it refuses a call. It is counted before the answer leaves, so that whoever has the answer is counted.</summary>
internal static class RefusalMark
{
    public static void MarkRefused(this HttpContext context, RefusalKind kind)
    {
        context.RequestServices.GetRequiredService<DeviceMetrics>().Refused(kind);
        if (CountsAgainstAddress(kind))
        {
            context.RequestServices.GetRequiredService<CallRates>().CountRefusal(context.Connection.RemoteIpAddress);
        }
    }

    /// <summary>Whether the caller is to blame and the call cost something: that is what an address may not do too often.</summary>
    private static bool CountsAgainstAddress(RefusalKind kind) =>
        kind
            is RefusalKind.MediaType
                or RefusalKind.Malformed
                or RefusalKind.Body
                or RefusalKind.NoToken
                or RefusalKind.Token
                or RefusalKind.Forbidden;
}
