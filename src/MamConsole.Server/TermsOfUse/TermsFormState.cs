namespace MamConsole.Server.TermsOfUse;

/// <summary>
/// The reader, the shown version and the address for the answer: the form contains this state in place of the token, which a form cannot
/// send.
/// </summary>
/// <param name="TenantId">The person's tenant.</param>
/// <param name="ObjectId">The person.</param>
/// <param name="Name">The name of the person on the page.</param>
/// <param name="Version">The version that is shown.</param>
/// <param name="RedirectUri">Validated when the page was requested.</param>
/// <param name="RequestId">Windows' correlation ID; empty when the request contained no valid one.</param>
/// <param name="ShownAt">When the page was rendered.</param>
internal sealed record TermsFormState(
    Guid TenantId,
    Guid ObjectId,
    string Name,
    int Version,
    string RedirectUri,
    string RequestId,
    DateTimeOffset ShownAt
)
{
    /// <summary>Omits all values, because they identify a person.</summary>
    public override string ToString() => nameof(TermsFormState);
}
