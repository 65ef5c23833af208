using System.Globalization;
using MamConsole.Simulator.Nodes;
using MamConsole.Simulator.Tree;

namespace MamConsole.Simulator;

/// <summary>
/// Calculates the next check-in of a device: three sets of retries, then once a day when none of them is infinite
/// (docs/reference/protocol.md §5.1).
/// </summary>
internal static class PollPlan
{
    private const int Day = 1440;

    /// <summary>Returns the pause before the next scheduled session, in device time.</summary>
    /// <param name="tree">The tree with the Poll nodes.</param>
    /// <param name="providerId">The provider that the schedule belongs to.</param>
    /// <param name="done">The number of scheduled sessions since enrollment.</param>
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

            // A missing number means infinite retries, so that later sets are never reached.
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
