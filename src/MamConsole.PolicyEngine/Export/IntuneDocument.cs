using MamConsole.PolicyEngine.Import;

namespace MamConsole.PolicyEngine.Export;

/// <summary>A policy in Intune's form.</summary>
/// <param name="Json">A windowsInformationProtectionPolicy of Graph v1.0, UTF-8.</param>
/// <param name="Report">Each setting with the result of its conversion; settings that Intune does not support are dropped. Sources are
/// paths of the written policy, targets are properties of Graph.</param>
public sealed record IntuneDocument(byte[] Json, ImportReport Report);
