using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.Session;

/// <summary>All alerts of docs/reference/protocol.md §3.11: classified, acknowledged with 200, stored.</summary>
public sealed class DeviceAlertTests
{
    [Theory]
    [InlineData(1200, null, DeviceAlertKind.ServerInitiated)]
    [InlineData(1201, null, DeviceAlertKind.ClientInitiated)]
    [InlineData(1222, null, DeviceAlertKind.NextMessage)]
    [InlineData(1223, null, DeviceAlertKind.Abort)]
    [InlineData(1225, null, DeviceAlertKind.ObjectIncomplete)]
    [InlineData(1224, "com.microsoft/MDM/LoginStatus", DeviceAlertKind.LoginStatus)]
    [InlineData(1224, "com.microsoft/MDM/AADUserToken", DeviceAlertKind.UserToken)]
    [InlineData(1224, "Reversed-Domain-Name:com.microsoft.mdm.requestpending", DeviceAlertKind.Heartbeat)]
    [InlineData(1224, "com.microsoft.mdm.synctype", DeviceAlertKind.SyncType)]
    [InlineData(1224, "com.microsoft/MDM/DevicePrepSync", DeviceAlertKind.DevicePreparation)]
    [InlineData(1224, "com.microsoft/MDM/BootstrapSync", DeviceAlertKind.Bootstrap)]
    [InlineData(1224, "com.microsoft/MDM/OdjSync", DeviceAlertKind.DomainJoin)]
    [InlineData(1224, "Reversed-Domain-Name:com.microsoft.mdm.win32csp_install", DeviceAlertKind.PackageInstall)]
    [InlineData(1226, "com.microsoft:mdm.unenrollment.userrequest", DeviceAlertKind.Unenrolling)]
    [InlineData(1226, "com.microsoft:mdm.SCEPcertinstall.result", DeviceAlertKind.ScepCertificate)]
    [InlineData(1226, "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseHostedAppInstall.result", DeviceAlertKind.HostedAppInstall)]
    [InlineData(1226, "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseStoreAppInstall.result", DeviceAlertKind.StoreAppInstall)]
    [InlineData(1226, "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseAppUninstall.result", DeviceAlertKind.AppUninstall)]
    [InlineData(1226, "Reversed-Domain-Name:com.microsoft.mdm.UPPrinterInstallsAlert", DeviceAlertKind.PrinterInstall)]
    [InlineData(1226, "com.microsoft.mdm.declaredconfigurationdocuments", DeviceAlertKind.DeclaredConfiguration)]
    [InlineData(1226, "com.microsoft:mdm.upgrade", DeviceAlertKind.WindowsUpgrade)]
    [InlineData(1226, "com.microsoft:mdm.oseditionupgrade", DeviceAlertKind.EditionUpgrade)]
    [InlineData(1226, "com.microsoft:mdm.osmode", DeviceAlertKind.WindowsMode)]
    [InlineData(1226, "COM.MICROSOFT:mdm.OSMODE", DeviceAlertKind.WindowsMode)]
    [InlineData(1224, "com.contoso.something.else", DeviceAlertKind.Other)]
    [InlineData(1226, null, DeviceAlertKind.Other)]
    [InlineData(1100, null, DeviceAlertKind.Other)]
    // The type of another alert number is not recognized.
    [InlineData(1224, "com.microsoft:mdm.unenrollment.userrequest", DeviceAlertKind.Other)]
    [InlineData(1226, "com.microsoft/MDM/AADUserToken", DeviceAlertKind.Other)]
    public void Alert_IsClassifiedAcknowledgedAndReturned(int code, string? type, DeviceAlertKind kind)
    {
        var message = new SyncMLMessage(
            new SyncHeader("7", 1, "server", "device"),
            [new SyncCommand.Alert("2", code, type is null ? [] : [new SyncItem(Type: type, Data: "1", Mark: "critical", Source: "./a")])],
            Final: true
        );

        var package = ServerSession.Receive(message, "h", null);

        var alert = Assert.Single(package.Alerts);
        Assert.Equal((kind, code, type), (alert.Kind, alert.Code, alert.Type));
        Assert.Equal(new PendingStatus("2", "Alert", StatusCode.Ok), Assert.Single(package.PendingStatuses));
        if (type is not null)
        {
            Assert.Equal((kind == DeviceAlertKind.UserToken ? null : "1", "critical", "./a"), (alert.Data, alert.Mark, alert.Source));
        }
    }

    [Fact]
    public void WordsFor_CoversEveryKind() =>
        Assert.All(
            Enum.GetValues<DeviceAlertKind>(),
            kind => Assert.Equal(kind == DeviceAlertKind.Other, DeviceAlerts.WordsFor(kind) == DeviceAlerts.WordsFor((DeviceAlertKind)(-1)))
        );

    [Fact]
    public void Alert_IsTruncated()
    {
        var item = new SyncItem(
            Type: new string('t', 5_000),
            Data: new string('d', 50_000),
            Mark: new string('m', 5_000),
            Source: "./" + new string('s', 5_000)
        );
        var alert = ServerSession
            .Receive(
                new SyncMLMessage(new SyncHeader("7", 1, "server", "device"), [new SyncCommand.Alert("2", 1226, [item])], Final: true),
                "h",
                null
            )
            .Alerts[0];
        Assert.Equal((256, 4096, 256, 1024), (alert.Type!.Length, alert.Data!.Length, alert.Mark!.Length, alert.Source!.Length));
    }
}
