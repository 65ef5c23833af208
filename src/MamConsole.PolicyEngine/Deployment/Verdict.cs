using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The device's answer to one command.</summary>
/// <param name="Code">The status; <see cref="StatusCode.None"/> when there was no answer.</param>
/// <param name="OriginalError">The HRESULT that accompanies it.</param>
public readonly record struct Verdict(StatusCode Code, string? OriginalError);
