using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>Messages of a device, created without the simulator.</summary>
internal static class Package
{
    /// <summary>Package 1 as Windows sends it.</summary>
    public static byte[] One(
        string deviceId,
        string session = "1",
        string? token = null,
        string login = "user",
        params SyncCommand[] more
    ) =>
        Write(
            deviceId,
            session,
            1,
            [
                new SyncCommand.Alert("2", 1201, []),
                new SyncCommand.Alert("3", 1224, [new SyncItem(Type: "com.microsoft/MDM/LoginStatus", Data: login)]),
                .. token is null
                    ? Array.Empty<SyncCommand>()
                    : [new SyncCommand.Alert("4", 1224, [new SyncItem(Type: "com.microsoft/MDM/AADUserToken", Data: token)])],
                new SyncCommand.Replace(
                    "5",
                    [new SyncItem(Source: "./DevInfo/DevId", Data: deviceId), new SyncItem(Source: "./DevInfo/Mod", Data: "Notebook 14")]
                ),
                .. more,
            ]
        );

    /// <summary>A later message that contains the header's status and the given commands.</summary>
    public static byte[] Next(string deviceId, int message, params SyncCommand[] commands) =>
        Write(deviceId, "1", message, [new SyncCommand.Status("1", message - 1, "0", "SyncHdr", StatusCode.Ok), .. commands]);

    private static byte[] Write(string deviceId, string session, int message, SyncCommand[] commands) =>
        SyncMLWriter.Write(
            new SyncMLMessage(
                new SyncHeader(session, message, "https://mam.contoso.example/mam/sync", deviceId),
                [.. commands],
                Final: true
            )
        );
}
