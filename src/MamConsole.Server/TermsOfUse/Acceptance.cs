using MamConsole.Server.Fleet;

namespace MamConsole.Server.TermsOfUse;

/// <summary>What the <c>EnrollmentData</c> of a request turned out to be.</summary>
internal abstract record Acceptance
{
    private Acceptance() { }

    /// <summary>There is none.</summary>
    public sealed record Missing : Acceptance;

    /// <summary>It was not made here, not for this person, or too long ago.</summary>
    /// <param name="Reason">For the log.</param>
    public sealed record Invalid(string Reason) : Acceptance;

    /// <summary>The page had nothing to accept when the person came by.</summary>
    public sealed record NothingShown : Acceptance;

    /// <summary>This person accepted; whether it counted before is for the database to say.</summary>
    public sealed record Accepted(AcceptedTerms Terms) : Acceptance;
}
