namespace MamConsole.Server.Enrollment;

/// <summary>The person has as many devices as allowed.</summary>
internal sealed record TooManyDevices(int Limit) : Problem($"You have {Limit} PCs here already. Remove your work account from one that you no longer use, then try again.");

/// <summary>Somebody blocked this PC of this person.</summary>
internal sealed record DeviceBarred() : Problem("This PC is blocked. Ask your IT help desk.");

/// <summary>This Windows cannot be enrolled (protocol.md §1.1).</summary>
internal sealed record WindowsTooOld() : Problem("This version of Windows is too old. Windows 10, version 1703, is the oldest that can be enrolled here.");

/// <summary>The request is for another kind of enrollment.</summary>
internal sealed record NotAppManagement() : Problem("Only work accounts are added here; this is another kind of enrollment.");

/// <summary>Somebody else of the tenant holds the device (abuse-cases.md SO-17).</summary>
internal sealed record DeviceOfSomebodyElse() : Problem("This PC is enrolled for another person. Ask your help desk to release it, then try again.");

/// <summary>The token speaks of another device than the one that enrolled under this id (abuse-cases.md SO-18).</summary>
internal sealed record DeviceIdChanged() : Problem("This PC is known here as another one. Ask your help desk to end its enrollment, then try again.");

/// <summary>Nobody enrolls without accepting the terms of use, and the request brings no acceptance.</summary>
internal sealed record TermsNotAccepted() : Problem("Your organization’s terms of use were not accepted. Add your work account again and accept them.");

/// <summary>What the request brings as its acceptance of the terms of use is none (abuse-cases.md SO-21).</summary>
/// <param name="Why">For the log alone.</param>
internal sealed record AcceptanceInvalid(string Why) : Problem("Your acceptance of the terms of use does not count any more. Add your work account again and accept them.");
