using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace MamConsole.Server.Enrollment.TermsOfUse;

/// <summary>Who is looking at which text, and where the answer goes: what the page's form carries in place of the token, which no form can send.</summary>
/// <param name="TenantId">The person's tenant.</param>
/// <param name="ObjectId">The person.</param>
/// <param name="Name">How the page calls the person.</param>
/// <param name="Version">The text that is shown.</param>
/// <param name="RedirectUri">Checked when the page was asked for.</param>
/// <param name="RequestId">Windows' correlation id; empty when it gave none that is one.</param>
/// <param name="ShownAt">When the page was made.</param>
internal sealed record TermsFormState(Guid TenantId, Guid ObjectId, string Name, int Version, string RedirectUri, string RequestId, DateTimeOffset ShownAt)
{
    /// <summary>Nothing of the content: it names a person.</summary>
    public override string ToString() => nameof(TermsFormState);
}

/// <summary>
/// Seals the hidden field. Only whoever came with a token was ever given one, so that a form of another site, which has none, answers nothing
/// (abuse-cases.md TU-09).
/// </summary>
internal sealed class TermsForm(IDataProtectionProvider keys, TimeProvider time)
{
    /// <summary>How long a person may read.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly IDataProtector protector = keys.CreateProtector("MamConsole.TermsOfUse.Form.v1");

    public string Seal(TermsFormState state) => protector.Protect(JsonSerializer.Serialize(state));

    /// <summary>The state, or null when it was not sealed here or is too old.</summary>
    public TermsFormState? Open(string? sealedText)
    {
        if (string.IsNullOrEmpty(sealedText))
        {
            return null;
        }

        try
        {
            var state = JsonSerializer.Deserialize<TermsFormState>(protector.Unprotect(sealedText));
            return state is not null && time.GetUtcNow() - state.ShownAt is var age && age >= TimeSpan.Zero && age < Life ? state : null;
        }
        catch (CryptographicException)
        {
            // Made up, altered, or sealed with keys that are gone.
            return null;
        }
    }
}
