namespace MamConsole.Server.Outcomes;

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
