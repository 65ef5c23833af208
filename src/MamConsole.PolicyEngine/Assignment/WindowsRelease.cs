namespace MamConsole.PolicyEngine.Assignment;

/// <summary>A release of Windows.</summary>
/// <param name="Build">Its build number.</param>
/// <param name="Name">"Windows 11 23H2".</param>
public sealed record WindowsRelease(int Build, string Name);
