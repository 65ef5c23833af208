using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>What a device said about one command.</summary>
/// <param name="Code">Its status; <see cref="StatusCode.None"/> when it said nothing.</param>
/// <param name="OriginalError">The HRESULT beside it.</param>
public readonly record struct Verdict(StatusCode Code, string? OriginalError);
