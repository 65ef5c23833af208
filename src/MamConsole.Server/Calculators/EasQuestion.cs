using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.Calculators;

/// <summary>Two sets of lock rules to compare (docs/reference/contract.md §3).</summary>
/// <param name="Mam">DeviceLock nodes by name.</param>
/// <param name="Eas">Elements of EASProvisionDoc.</param>
/// <param name="Order">Which came to the PC first.</param>
/// <param name="Encrypted">Whether its drives are encrypted.</param>
/// <param name="Admin">Whether whoever sets up the mail is an administrator of the PC.</param>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record EasQuestion(
    LockNodes Mam,
    EasPolicy Eas,
    EasOrder Order = EasOrder.EasAfterMam,
    bool Encrypted = false,
    bool Admin = false
);
