using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.Server.Audit;

namespace MamConsole.Tests.Server.Audit;

public sealed class DocumentChangeTests
{
    [Fact]
    public void Between_StoresOnlyAreasThatDiffer()
    {
        var before = new WrittenPolicy();
        var after = before with { DeviceLock = new DeviceLockSettings { History = "5" } };

        var change = DocumentChange.Between(before, after);

        Assert.Equal(["deviceLock"], change.Before!.Select(area => area.Key));
        Assert.Equal("5", (string?)change.After["deviceLock"]!["history"]);
    }

    [Fact]
    public void Between_StoresFirstDocumentCompletely()
    {
        var change = DocumentChange.Between(null, new WrittenPolicy());

        Assert.Null(change.Before);
        Assert.Equal(WrittenPolicy.CurrentSchema, (int?)change.After["schema"]);
    }
}
