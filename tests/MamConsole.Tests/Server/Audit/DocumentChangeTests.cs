using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.Server.Audit;

namespace MamConsole.Tests.Server.Audit;

public sealed class DocumentChangeTests
{
    [Fact]
    public void Only_areas_that_differ_are_retained()
    {
        var before = new WrittenPolicy();
        var after = before with { DeviceLock = new DeviceLockSettings { History = "5" } };

        var change = DocumentChange.Between(before, after);

        Assert.Equal(["deviceLock"], change.Before!.Select(area => area.Key));
        Assert.Equal("5", (string?)change.After["deviceLock"]!["history"]);
    }

    [Fact]
    public void The_first_document_is_retained_whole()
    {
        var change = DocumentChange.Between(null, new WrittenPolicy());

        Assert.Null(change.Before);
        Assert.Equal(WrittenPolicy.CurrentSchema, (int?)change.After["schema"]);
    }
}
