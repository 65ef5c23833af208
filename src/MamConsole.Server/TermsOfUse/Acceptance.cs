using MamConsole.Server.Fleet;

namespace MamConsole.Server.TermsOfUse;

/// <summary>The result of reading the <c>EnrollmentData</c> of a request.</summary>
internal abstract record Acceptance
{
    private Acceptance() { }

    /// <summary>The request contains none.</summary>
    public sealed record Missing : Acceptance;

    /// <summary>It was not issued by this server, not for this person, or too long ago.</summary>
    /// <param name="Reason">For the log.</param>
    public sealed record Invalid(string Reason) : Acceptance;

    /// <summary>No terms were in effect when the page was opened.</summary>
    public sealed record NothingShown : Acceptance;

    /// <summary>This person accepted the terms; the database determines whether the acceptance was used before.</summary>
    public sealed record Accepted(AcceptedTerms Terms) : Acceptance;
}
