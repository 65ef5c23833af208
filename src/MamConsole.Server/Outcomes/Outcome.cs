namespace MamConsole.Server.Outcomes;

/// <summary>The result of a use case: a value, or the problem that prevented it.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    public sealed record Done(T Value) : Outcome<T>;

    public sealed record Failed(Problem Problem) : Outcome<T>;

    public static implicit operator Outcome<T>(T value) => new Done(value);

    public static implicit operator Outcome<T>(Problem problem) => new Failed(problem);

    public TResult Match<TResult>(Func<T, TResult> done, Func<Problem, TResult> failed) =>
        this switch
        {
            Done d => done(d.Value),
            Failed f => failed(f.Problem),
            _ => throw new InvalidOperationException("An outcome is done or failed."),
        };
}
