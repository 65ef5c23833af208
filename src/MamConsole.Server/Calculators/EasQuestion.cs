using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Server.Calculators;

/// <summary>Two sets of lock rules to compare (docs/reference/contract.md §3).</summary>
/// <param name="Mam">DeviceLock nodes by name.</param>
/// <param name="Eas">Elements of EASProvisionDoc.</param>
/// <param name="Order">Which policy the PC received first.</param>
/// <param name="Encrypted">Whether the PC's drives are encrypted.</param>
/// <param name="Admin">Whether the person who sets up the mail account is an administrator of the PC.</param>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record EasQuestion(
    LockNodes Mam,
    EasPolicy Eas,
    EasOrder Order = EasOrder.EasAfterMam,
    bool Encrypted = false,
    bool Admin = false
);
