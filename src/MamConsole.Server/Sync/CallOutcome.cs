namespace MamConsole.Server.Sync;

/// <summary>What becomes of a message from a proven person.</summary>
internal abstract record CallOutcome
{
    private CallOutcome() { }

    /// <summary>The answer's bytes; everything it rests on is committed.</summary>
    public sealed record Answer(byte[] Body) : CallOutcome;

    /// <summary>Nothing of this person's is enrolled under that device id or path. One answer for all such cases.</summary>
    public sealed record Forbidden : CallOutcome;

    /// <summary>Other calls of the same device kept winning.</summary>
    public sealed record Busy : CallOutcome;
}
