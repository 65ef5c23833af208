using System.Text.Json;
using MamConsole.Server.Audit;
using MamConsole.Server.Shell;

namespace MamConsole.Tests.Server.Shell;

public sealed class AuditRowTests
{
    private static readonly Actor Maja = new Actor.Person(Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d"), "Maja");
    private static readonly Actor Daniel = new Actor.Person(Guid.Parse("2a9d2f60-6c1b-4f0e-8b8e-5d1c3a7e9f10"), "Daniel");

    [Fact]
    public void Fold_CombinesConsecutiveSavedDraftsOfSamePerson()
    {
        var rows = AuditRow
            .Fold([
                Entry(6, "draftSaved", Maja),
                Entry(5, "draftSaved", Maja),
                Entry(4, "policyPublished", Maja),
                Entry(3, "draftSaved", Maja),
            ])
            .ToArray();

        Assert.Equal([("Saved the draft 2 times", "5–6"), ("words 4", "4"), ("words 3", "3")], rows.Select(r => (r.Summary, r.Numbers)));
    }

    [Fact]
    public void Fold_StartsNewRowForOtherPersonOrPolicy()
    {
        var rows = AuditRow
            .Fold([Entry(4, "draftSaved", Maja), Entry(3, "draftSaved", Daniel), Entry(2, "draftSaved", Daniel, "other")])
            .ToArray();

        Assert.Equal([1, 1, 1], rows.Select(r => r.Count));
    }

    private static AuditEntry Entry(long sequence, string action, Actor actor, string policy = "p") =>
        new()
        {
            Sequence = sequence,
            At = DateTimeOffset.UnixEpoch,
            Actor = actor,
            Action = action,
            Subject = new AuditSubject(SubjectKind.Policy, policy, "Everyone"),
            Summary = $"words {sequence}",
            Event = JsonSerializer.SerializeToElement(new { action }),
        };
}
