namespace MamConsole.PolicyEngine.Versions;

/// <summary>One member of the written policy that differs.</summary>
/// <param name="Field">Its path, as statements and findings name it: <c>deviceLock.lockAfterMinutes</c>,
/// <c>why.deviceLock.lockAfterMinutes</c>.</param>
/// <param name="Was">Its JSON before; null when it was not there.</param>
/// <param name="Becomes">Its JSON after; null when it is not there.</param>
public sealed record FieldEdit(string Field, string? Was, string? Becomes);
