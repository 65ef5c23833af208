using System.Globalization;
using MamConsole.Simulator.Nodes;
using MamConsole.Simulator.Tree;

namespace MamConsole.Simulator;

/// <summary>
/// When a device checks in next: three sets of retries, and a day when none of them goes on for ever (docs/reference/protocol.md §5.1).
/// </summary>
internal static class PollPlan
{
    private const int Day = 1440;

    /// <summary>The pause before the next scheduled session, in the device's minutes.</summary>
    /// <param name="tree">The tree with the Poll nodes.</param>
    /// <param name="providerId">Whose schedule.</param>
    /// <param name="done">How many scheduled sessions there have been since enrollment.</param>
    public static TimeSpan NextPause(WindowsTree tree, string providerId, int done)
    {
        (string Interval, string Number)[] sets =
        [
            ("IntervalForFirstSetOfRetries", "NumberOfFirstRetries"),
            ("IntervalForSecondSetOfRetries", "NumberOfSecondRetries"),
            ("IntervalForRemainingScheduledRetries", "NumberOfRemainingScheduledRetries"),
        ];
        foreach (var (interval, number) in sets)
        {
            var (minutes, times) = (Read(interval), Read(number));
            if (minutes == 0)
            {
                continue;
            }

            // No number means for ever, so that later sets never come.
            if (times == 0 || done < times)
            {
                return TimeSpan.FromMinutes(minutes);
            }

            done -= times;
        }

        return TimeSpan.FromMinutes(Day);

        int Read(string name) => int.Parse(tree.Read(DMClientNodes.Leaf(providerId, "Poll/" + name)) ?? "0", CultureInfo.InvariantCulture);
    }
}
