using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Fleet;
using Microsoft.AspNetCore.DataProtection;

namespace MamConsole.Server.TermsOfUse;

/// <summary>
/// The OpaqueBlob that the terms page issues and Windows returns as EnrollmentData (docs/reference/protocol.md §1.2): encrypted and
/// authenticated, for one person, valid for a day, to be used once (docs/reference/abuse-cases.md TU-11).
/// </summary>
internal sealed class AcceptanceBlob(IDataProtectionProvider keys, TimeProvider time)
{
    /// <summary>The maximum time from the page to the enrollment.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>The maximum number of characters; a valid blob has about 350.</summary>
    private const int MaximumLength = 2_048;

    private readonly IDataProtector protector = keys.CreateProtector("MamConsole.TermsOfUse.Acceptance.v1");

    private sealed record Content(Guid TenantId, Guid ObjectId, int Version, DateTimeOffset At, string Nonce);

    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="objectId">The person.</param>
    /// <param name="version">The accepted version; 0 when there was nothing to accept.</param>
    public string Write(Guid tenantId, Guid objectId, int version) =>
        Base64Url.EncodeToString(
            protector.Protect(
                JsonSerializer.SerializeToUtf8Bytes(
                    new Content(tenantId, objectId, version, time.GetUtcNow(), RandomNumberGenerator.GetHexString(32, lowercase: true))
                )
            )
        );

    public Acceptance Read(string? blob, DeviceIdentity identity)
    {
        if (string.IsNullOrWhiteSpace(blob))
        {
            return new Acceptance.Missing();
        }

        if (Open(blob.Trim()) is not { } content)
        {
            return new Acceptance.Invalid("it was not issued by this server");
        }

        var age = time.GetUtcNow() - content.At;
        return content.TenantId != identity.TenantId || content.ObjectId != identity.ObjectId
                ? new Acceptance.Invalid("it was issued for another person")
            : age < TimeSpan.Zero || age >= Life ? new Acceptance.Invalid("it is too old")
            : content.Version == 0 ? new Acceptance.NothingShown()
            : new Acceptance.Accepted(new AcceptedTerms(content.Version, content.At, content.Nonce));
    }

    private Content? Open(string blob)
    {
        if (blob.Length > MaximumLength || !Base64Url.IsValid(blob))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Content>(protector.Unprotect(Base64Url.DecodeFromChars(blob)));
        }
        catch (CryptographicException)
        {
            // Forged, altered, or protected with keys that are lost.
            return null;
        }
    }
}
