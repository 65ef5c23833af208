using System.Collections.Immutable;
using System.Text;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Fuzz;

/// <summary>Valid messages of every kind, from which the mutator creates invalid ones.</summary>
internal static class FuzzCorpus
{
    public const string DeviceId = "5A3D9B1C7E2F4D60A1B2C3D4E5F60718";
    private const string Address = "https://mam.contoso.example/mam/sync/e1";
    private const string Boundary = "./Device/Vendor/MSFT/Policy/Result/NetworkIsolation/EnterpriseCloudResources";

    private static readonly SyncCommand.Status HeaderStatus = new("1", 1, "0", "SyncHdr", StatusCode.Ok);

    /// <summary>The messages of devices: first packages, answers, chunks, request-pending alerts and unenroll alerts.</summary>
    public static IReadOnlyList<byte[]> DeviceMessages(string deviceId = DeviceId, string? token = null) =>
        [
            Message(1, deviceId, Opening(deviceId, token)),
            Message(1, deviceId, [.. Opening(deviceId, token), UnenrollAlert], session: "0"),
            Message(
                1,
                deviceId,
                [
                    .. Opening(deviceId, null),
                    new SyncCommand.Alert("9", 1224, [new SyncItem(Type: "com.microsoft/MDM/DevicePrepSync", Data: "Bootstrapping")]),
                ],
                maxMsgSize: 4096
            ),
            Message(
                2,
                deviceId,
                [
                    HeaderStatus,
                    Status("2", "1001", "Sequence", 200),
                    Status("3", "1002", "Replace", 200),
                    Status("4", "1003", "Add", 418),
                    Status("5", "1004", "Delete", 404),
                ]
            ),
            Message(
                2,
                deviceId,
                [
                    HeaderStatus,
                    Status("2", "1001", "Get", 200),
                    new SyncCommand.Results(
                        "3",
                        1,
                        "1001",
                        [new SyncItem(Source: Boundary, Format: "chr", Data: "contoso.com|.contoso.com")]
                    ),
                ]
            ),
            Message(
                2,
                deviceId,
                [
                    HeaderStatus,
                    Status("2", "1001", "Atomic", 507),
                    Status("3", "1002", "Replace", 216),
                    Status("4", "1003", "Replace", 500, "0x86000011"),
                    Status("5", "1004", "Replace", 215),
                ]
            ),
            Message(
                2,
                deviceId,
                [
                    HeaderStatus,
                    Status("2", "1001", "Get", 200),
                    new SyncCommand.Results(
                        "3",
                        1,
                        "1001",
                        [new SyncItem(Source: Boundary, Format: "chr", Data: "first part ", MoreData: true, Size: 22)]
                    ),
                ],
                final: false
            ),
            Message(
                3,
                deviceId,
                [
                    new SyncCommand.Status("1", 2, "0", "SyncHdr", StatusCode.Ok),
                    new SyncCommand.Results("2", 1, "1001", [new SyncItem(Source: Boundary, Format: "chr", Data: "second part")]),
                ]
            ),
            Message(
                2,
                deviceId,
                [
                    new SyncCommand.Alert(
                        "1",
                        1224,
                        [new SyncItem(Type: "Reversed-Domain-Name:com.microsoft.mdm.requestpending", Data: "1")]
                    ),
                ],
                final: false
            ),
            Message(2, deviceId, [HeaderStatus, new SyncCommand.Alert("2", 1223, [])]),
            Message(2, deviceId, [HeaderStatus, new SyncCommand.Alert("2", 1222, [])]),
            Message(1, deviceId, [UnenrollAlert]),
            .. Written(deviceId),
        ];

    /// <summary>The enrollment requests of devices.</summary>
    public static IReadOnlyList<byte[]> EnrollmentRequests(string token)
    {
        ImmutableArray<ContextItem> context =
        [
            new("DeviceName", "LAPTOP-7Q2F"),
            new("MAC", "00-15-5D-01-02-03"),
            new("MAC", "00-15-5D-01-02-04"),
            new("DeviceID", DeviceId),
            new("EnrollmentType", "AppManagement"),
            new("DeviceType", "CIMClient_Windows"),
            new("OSVersion", "10.0.22631.3880"),
            new("OSEdition", "101"),
            new("Locale", "en-US"),
            new("NotInOobe", "true"),
        ];
        var request = new EnrollmentRequest
        {
            MessageId = "urn:uuid:2d2b1c57-0f7f-4a3a-9a55-1d9a2a7f3d01",
            Token = token,
            Context = context,
        };
        return
        [
            EnrollmentRequestWriter.Write(request, "https://mam.contoso.example/mam/enroll"),
            EnrollmentRequestWriter.Write(
                request with
                {
                    Context = [new("DeviceID", DeviceId), new("EnrollmentData", "blob.0")],
                },
                "https://mam.contoso.example/mam/enroll"
            ),
            EnrollmentRequestWriter.Write(request with { MessageId = "", Context = [.. context.Reverse()] }, "http://localhost/mam/enroll"),
        ];
    }

    private static SyncCommand.Alert UnenrollAlert { get; } =
        new("8", 1226, [new SyncItem(Format: "int", Type: "com.microsoft:mdm.unenrollment.userrequest", Data: "1", Mark: "critical")]);

    private static SyncCommand[] Opening(string deviceId, string? token) =>
        [
            new SyncCommand.Alert("2", 1201, []),
            new SyncCommand.Alert("3", 1224, [new SyncItem(Type: "com.microsoft/MDM/LoginStatus", Data: "user")]),
            .. token is null
                ? Array.Empty<SyncCommand>()
                : [new SyncCommand.Alert("4", 1224, [new SyncItem(Type: "com.microsoft/MDM/AADUserToken", Data: token)])],
            new SyncCommand.Replace(
                "5",
                [
                    new SyncItem(Source: "./DevInfo/DevId", Data: deviceId),
                    new SyncItem(Source: "./DevInfo/Man", Data: "Contoso Devices, Inc."),
                    new SyncItem(Source: "./DevInfo/Mod", Data: "Book 14"),
                    new SyncItem(Source: "./DevInfo/DmV", Data: "1.3"),
                    new SyncItem(Source: "./DevInfo/Lang", Data: "en-US"),
                ]
            ),
        ];

    /// <summary>
    /// Messages with constructs that the project's writer does not use: declaration, indentation, prefixes, CDATA, Cmd in Results,
    /// attributes.
    /// </summary>
    private static IEnumerable<byte[]> Written(string deviceId) =>
        new[]
        {
            $"""
                <?xml version="1.0" encoding="utf-8"?>
                <SyncML xmlns="SYNCML:SYNCML1.2" xmlns:m="syncml:metinf">
                  <SyncHdr>
                    <VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID><MsgID>1</MsgID>
                    <Target><LocURI>{Address}</LocURI></Target><Source><LocURI>{deviceId}</LocURI><LocName>x</LocName></Source>
                    <Cred><Meta><m:Format>b64</m:Format><m:Type>syncml:auth-basic</m:Type></Meta><Data>eDp5</Data></Cred><Meta><m:MaxMsgSize>524288</m:MaxMsgSize></Meta>
                  </SyncHdr>
                  <SyncBody>
                    <Alert><CmdID>2</CmdID><Data>1200</Data></Alert>
                    <Replace><CmdID>3</CmdID><Item><Source><LocURI>./DevInfo/DevId</LocURI></Source><Data><![CDATA[{deviceId}]]></Data></Item></Replace>
                    <Final/>
                  </SyncBody>
                </SyncML>
                """,
            $"""
                <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID><MsgID>2</MsgID><Target><LocURI>{Address}</LocURI></Target><Source><LocURI>{deviceId}</LocURI></Source></SyncHdr>
                <SyncBody xmlns:msft="http://schemas.microsoft.com/MobileDevice/MDM"><Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>
                <Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>1002</CmdRef><Cmd>Replace</Cmd><TargetRef>./a</TargetRef><Data msft:originalerror="0x86000002">404</Data></Status>
                <Results><CmdID>3</CmdID><CmdRef>1003</CmdRef><Cmd>Get</Cmd><Item><Source><LocURI>{Boundary}</LocURI></Source><Meta><Format xmlns="syncml:metinf">chr</Format></Meta><Data xmlns="SYNCML:SYNCML1.2">a&amp;b</Data></Item></Results><Final/></SyncBody></SyncML>
                """,
        }.Select(Encoding.UTF8.GetBytes);

    private static SyncCommand.Status Status(string id, string reference, string name, int code, string? error = null) =>
        new(id, 1, reference, name, new StatusCode(code), error);

    private static byte[] Message(
        int id,
        string deviceId,
        SyncCommand[] commands,
        bool final = true,
        string session = "1",
        long? maxMsgSize = null
    ) => SyncMLWriter.Write(new SyncMLMessage(new SyncHeader(session, id, Address, deviceId, maxMsgSize), [.. commands], final));
}
