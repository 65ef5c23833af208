namespace MamConsole.Server.TermsOfUse;

/// <summary>
/// Who is looking at which text, and where the answer goes: what the page's form carries in place of the token, which no form can send.
/// </summary>
/// <param name="TenantId">The person's tenant.</param>
/// <param name="ObjectId">The person.</param>
/// <param name="Name">How the page calls the person.</param>
/// <param name="Version">The text that is shown.</param>
/// <param name="RedirectUri">Checked when the page was asked for.</param>
/// <param name="RequestId">Windows' correlation id; empty when it gave none that is one.</param>
/// <param name="ShownAt">When the page was made.</param>
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
    /// <summary>Nothing of the content: it names a person.</summary>
    public override string ToString() => nameof(TermsFormState);
}
