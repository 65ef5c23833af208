namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>What came of looking into a file.</summary>
public abstract record ProgramReading
{
    private ProgramReading() { }

    /// <summary>One answer for each outcome.</summary>
    public abstract T Match<T>(Func<ProgramFile, T> read, Func<string, T> rejected);

    /// <summary>It is a program.</summary>
    public sealed record Read(ProgramFile Program) : ProgramReading
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<ProgramFile, T> read, Func<string, T> rejected) => read(Program);
    }

    /// <summary>It is none, or a damaged one; the reason is for people.</summary>
    public sealed record Rejected(string Reason) : ProgramReading
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<ProgramFile, T> read, Func<string, T> rejected) => rejected(Reason);
    }
}
