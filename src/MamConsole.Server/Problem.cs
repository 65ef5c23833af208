namespace MamConsole.Server;

/// <summary>
/// An expected failure: what happened, why, and what to do, in words. Each is a named record beside the use case that returns it and is
/// mapped once to HTTP, to a fault or to a message on the page. Exceptions mean bugs or outages.
/// </summary>
/// <param name="Message">For people.</param>
public abstract record Problem(string Message)
{
    /// <summary>The HTTP status that says the same.</summary>
    public virtual int Status => StatusCodes.Status409Conflict;

    /// <summary>The kind of problem in one word, stable for scripts: the record's name.</summary>
    public string Kind => GetType().Name;
}

/// <summary>The thing is not there, or not for this person to see.</summary>
public sealed record NotFound(string What) : Problem($"{What} does not exist.")
{
    public override int Status => StatusCodes.Status404NotFound;
}

/// <summary>What a use case says: a value, or the problem that kept it from making one.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    public sealed record Done(T Value) : Outcome<T>;

    public sealed record Failed(Problem Problem) : Outcome<T>;

    public static implicit operator Outcome<T>(T value) => new Done(value);

    public static implicit operator Outcome<T>(Problem problem) => new Failed(problem);

    public TResult Match<TResult>(Func<T, TResult> done, Func<Problem, TResult> failed) => this switch
    {
        Done d => done(d.Value),
        Failed f => failed(f.Problem),
        _ => throw new InvalidOperationException("An outcome is done or failed."),
    };
}
