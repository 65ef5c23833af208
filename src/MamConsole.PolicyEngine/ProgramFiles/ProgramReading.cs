namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>The result of reading a program file.</summary>
public abstract record ProgramReading
{
    private ProgramReading() { }

    /// <summary>Returns the result for the kind of outcome.</summary>
    public abstract T Match<T>(Func<ProgramFile, T> read, Func<string, T> rejected);

    /// <summary>The file is a program.</summary>
    public sealed record Read(ProgramFile Program) : ProgramReading
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<ProgramFile, T> read, Func<string, T> rejected) => read(Program);
    }

    /// <summary>The file is not a program, or is damaged; the reason is shown to people.</summary>
    public sealed record Rejected(string Reason) : ProgramReading
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<ProgramFile, T> read, Func<string, T> rejected) => rejected(Reason);
    }
}
