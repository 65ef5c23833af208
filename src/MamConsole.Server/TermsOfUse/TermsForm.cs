using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace MamConsole.Server.TermsOfUse;

/// <summary>
/// Seals the hidden field of the form. Only a request with a token receives a sealed field, so that a form of another site, which has none,
/// is rejected (docs/reference/abuse-cases.md TU-09).
/// </summary>
internal sealed class TermsForm(IDataProtectionProvider keys, TimeProvider time)
{
    /// <summary>The maximum time for reading.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly IDataProtector protector = keys.CreateProtector("MamConsole.TermsOfUse.Form.v1");

    public string Seal(TermsFormState state) => protector.Protect(JsonSerializer.Serialize(state));

    /// <summary>The state, or null when it was not sealed by this server or is too old.</summary>
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
            // Forged, altered, or sealed with keys that are lost.
            return null;
        }
    }
}
