namespace MamConsole.PolicyEngine.Polling;

/// <summary>One set of check-ins.</summary>
/// <param name="Interval">The minutes between check-ins; 0 = the set does not exist.</param>
/// <param name="Count">The number of check-ins; 0 = without end.</param>
public readonly record struct CheckInSet(int Interval, int Count)
{
    internal bool IsOn => Interval > 0;

    internal bool IsEndless => IsOn && Count == 0;
}
