namespace MamConsole.Server.Outcomes;

/// <summary>
/// An expected failure: what happened, why, and how to resolve it, as text. Each is a record beside the use case that returns it and is
/// mapped once to HTTP, to a fault or to a message on the page. Exceptions mean bugs or outages.
/// </summary>
/// <param name="Message">The message for people.</param>
public abstract record Problem(string Message)
{
    /// <summary>The corresponding HTTP status.</summary>
    public virtual int Status => StatusCodes.Status409Conflict;

    /// <summary>The kind of problem, stable for scripts: the record's name.</summary>
    public string Kind => GetType().Name;
}
