namespace MamConsole.PolicyEngine.Versions;

/// <summary>One member of the written policy that differs between two policies.</summary>
/// <param name="Field">The path, as statements and findings contain it: <c>deviceLock.lockAfterMinutes</c>,
/// <c>why.deviceLock.lockAfterMinutes</c>.</param>
/// <param name="Was">The JSON before; null when it did not exist.</param>
/// <param name="Becomes">The JSON after; null when it does not exist.</param>
public sealed record FieldEdit(string Field, string? Was, string? Becomes);
