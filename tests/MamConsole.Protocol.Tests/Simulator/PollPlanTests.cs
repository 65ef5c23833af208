using MamConsole.Protocol.Session;
using MamConsole.Simulator;
using static MamConsole.Tests.Simulator.TestDevices;

namespace MamConsole.Tests.Simulator;

public sealed class PollPlanTests
{
    /// <summary>
    /// The interval and number of each set (null = not written), the number of sessions, and the minutes until the next one.
    /// </summary>
    public static TheoryData<int?[], int, int> Plans =>
        new()
        {
            { [null, null, null, null, null, null], 0, 15 },
            { [null, null, null, null, null, null], 9, 15 },
            { [null, null, null, null, null, null], 10, 1440 },
            { [null, null, null, null, 480, 0], 9, 15 },
            { [null, null, null, null, 480, 0], 10, 480 },
            { [null, null, null, null, 480, 0], 1000, 480 },
            { [3, 5, 15, 8, 480, 0], 4, 3 },
            { [3, 5, 15, 8, 480, 0], 5, 15 },
            { [3, 5, 15, 8, 480, 0], 12, 15 },
            { [3, 5, 15, 8, 480, 0], 13, 480 },
            { [1, 0, 15, 8, 480, 0], 500, 1 },
            { [0, 0, 0, 0, 0, 0], 0, 1440 },
            { [0, 5, 60, 2, 0, 0], 0, 60 },
            { [0, 5, 60, 2, 0, 0], 2, 1440 },
        };

    [Theory]
    [MemberData(nameof(Plans))]
    public void NextPause_FollowsSetsInOrder(int?[] values, int done, int minutes)
    {
        string[] names =
        [
            "IntervalForFirstSetOfRetries",
            "NumberOfFirstRetries",
            "IntervalForSecondSetOfRetries",
            "NumberOfSecondRetries",
            "IntervalForRemainingScheduledRetries",
            "NumberOfRemainingScheduledRetries",
        ];
        var tree = names
            .Zip(values)
            .Where(pair => pair.Second is not null)
            .Aggregate(
                NewTree(),
                (tree, pair) =>
                    tree.With(
                        (
                            NodeVerb.Replace,
                            Client + "Poll/" + pair.First,
                            "int",
                            pair.Second?.ToString(System.Globalization.CultureInfo.InvariantCulture)
                        )
                    )
            );

        Assert.Equal(TimeSpan.FromMinutes(minutes), PollPlan.NextPause(tree, "MamConsole", done));
    }
}
