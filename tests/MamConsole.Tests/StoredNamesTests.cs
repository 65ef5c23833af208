using System.Text.Json;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.PolicyEngine.Polling;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;

namespace MamConsole.Tests;

/// <summary>
/// Tests that documents in databases and files retain the names of their members regardless of the names of the properties.
/// </summary>
public sealed class StoredNamesTests
{
    private const string Policy = """
        {
          "why": { "polling.rhythm": "Audit of 2025" },
          "informationProtection": { "recoveryCertificate": { "fileName": "a.cer", "refused": "It holds a private key." } },
          "polling": { "rhythm": "own" },
          "certificates": {
            "trusted": [{ "fileName": "b.cer", "refused": "It is no certificate." }],
            "pfx": [{ "keyPlace": "software" }],
            "scep": [{ "keyPlace": "tpm" }]
          }
        }
        """;

    [Fact]
    public void WrittenPolicy_ReadsTheMembersOfOlderDocuments()
    {
        var policy = JsonSerializer.Deserialize<WrittenPolicy>(Policy, WrittenPolicy.Json)!;

        Assert.Equal("Audit of 2025", policy.Comments?.At("polling.rhythm"));
        Assert.Equal(PollingSchedule.Own, policy.Polling.Schedule);
        Assert.Equal("It holds a private key.", policy.InformationProtection.RecoveryCertificate?.RejectionReason);
        Assert.Equal("It is no certificate.", policy.Certificates.Trusted[0].RejectionReason);
        Assert.Equal(KeyStorageProvider.Software, policy.Certificates.Pfx[0].KeyStorageProvider);
        Assert.Equal(KeyStorageProvider.Tpm, policy.Certificates.Scep[0].KeyStorageProvider);
    }

    [Fact]
    public void StoredSession_WritesAndReadsTheMembersOfOlderDocuments()
    {
        var run = DeviceActionRun.Of(
            "c",
            new DeviceActionCommand.VerifyHealth(),
            stage: 1,
            [new NodeOperation(NodeOperationVerb.Get, "./A")],
            [new NodeAnswer("./B")]
        );
        var session = new StoredSession
        {
            Live = new LiveSession("1", 2, "", 2, []),
            PendingStatuses = [new PendingStatus("1", "Alert", StatusCode.Ok)],
            Ending = ReplyEnding.Final,
            Assigned = 3,
            Received = [new ReceivedVerdict(new PlannedCommand.Read("./A"), 200, null)],
            DeviceActions = [run],
            DeviceActionFirstId = 7,
        };

        var stored = JsonSerializer.SerializeToElement(session, WrittenPolicy.Json);

        Assert.Equal(
            (1, 1, 7),
            (
                stored.GetProperty("owed").GetArrayLength(),
                stored.GetProperty("heard").GetArrayLength(),
                stored.GetProperty("oneOffFirstId").GetInt32()
            )
        );
        var action = stored.GetProperty("oneOffs")[0];
        Assert.All(["asks", "heard", "told"], name => Assert.Equal(1, action.GetProperty(name).GetArrayLength()));
        var read = stored.Deserialize<StoredSession>(WrittenPolicy.Json)!;
        Assert.Equal(run, Assert.Single(read.DeviceActions));
        Assert.Equal(session.PendingStatuses, read.PendingStatuses);
        Assert.Equal(session.Received, read.Received);
    }

    [Fact]
    public void AuditEvent_WritesTheMembersOfOlderEvents()
    {
        var actor = new Actor.Job("Retention");
        (AuditEvent Event, string Action, string Member)[] events =
        [
            (new AuditEvent.EnrollmentDeleted("e", "PC", "u", 90) { Actor = actor }, "enrollmentForgotten", "keptDays"),
            (new AuditEvent.AuditPruned(2, 3, 365) { Actor = actor }, "auditPruned", "keptDays"),
            (
                new AuditEvent.DeviceActionQueued("e", "PC", "u", "c", new DeviceActionCommand.VerifyHealth()) { Actor = actor },
                "deviceAsked",
                "command"
            ),
            (
                new AuditEvent.DeviceActionCancelled("e", "PC", "u", "c", new DeviceActionCommand.VerifyHealth()) { Actor = actor },
                "deviceRequestCancelled",
                "command"
            ),
        ];

        Assert.All(
            events,
            e =>
            {
                var stored = JsonSerializer.SerializeToElement(e.Event, JsonSerializerOptions.Web);
                Assert.Equal(e.Action, stored.GetProperty("action").GetString());
                Assert.True(stored.TryGetProperty(e.Member, out _), e.Member);
            }
        );
    }
}
