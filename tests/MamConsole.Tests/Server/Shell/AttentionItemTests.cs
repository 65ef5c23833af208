using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Policies;
using MamConsole.Server.Policies.Pages;
using MamConsole.Server.Shell;
using MamConsole.Server.Ui;

namespace MamConsole.Tests.Server.Shell;

public sealed class AttentionItemTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1.5, StatusKind.Failed, "expired on 30 May 2026")]
    [InlineData(0.5, StatusKind.Failed, "expires in 1 day")]
    [InlineData(20.0, StatusKind.Failed, "expires in 20 days")]
    [InlineData(100.0, StatusKind.Attention, "expires in 100 days")]
    public void RecoveryWords_ReportExpirationOfCertificate(double days, StatusKind kind, string text)
    {
        var words = RecoveryWords.Of(Now.AddDays(days), Now)!;

        Assert.Equal((kind, text), (words.Kind, words.Text));
    }

    [Fact]
    public void Certificates_ListsOnlyExpiringOnesInOrderOfExpiration()
    {
        var items = AttentionItem
            .Certificates([Policy("Later", 100), Policy("None", null), Policy("Far", 400), Policy("Soon", 3)], Now)
            .ToArray();

        Assert.Equal(
            [
                ("Soon: the recovery certificate expires in 3 days", "Urgent"),
                ("Later: the recovery certificate expires in 100 days", "Plan"),
            ],
            items.Select(item => (item.Heading, item.Word))
        );
        Assert.Equal("policies/Soon/protection", items[0].Href);
    }

    private static PolicyListItem Policy(string name, int? days) =>
        new()
        {
            PolicyId = name,
            Name = name,
            HasUnpublishedChanges = false,
            Assignment = new AssignmentSettings(),
            DraftRevision = 1,
            DraftSavedAt = Now,
            RecoveryEndsAt = days is { } left ? Now.AddDays(left) : null,
        };
}
