namespace MamConsole.Server.Enrollment.TermsOfUse;

/// <summary>The text cannot be kept or shown as it is.</summary>
/// <param name="Why">The whole sentence.</param>
public sealed record TermsInvalid(string Why) : Problem(Why)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
