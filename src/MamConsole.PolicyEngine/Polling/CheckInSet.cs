namespace MamConsole.PolicyEngine.Polling;

/// <summary>One set of calls.</summary>
/// <param name="Interval">Minutes between them; 0 = no such set.</param>
/// <param name="Count">How many; 0 = for ever.</param>
public readonly record struct CheckInSet(int Interval, int Count)
{
    internal bool IsOn => Interval > 0;

    internal bool IsEndless => IsOn && Count == 0;
}
