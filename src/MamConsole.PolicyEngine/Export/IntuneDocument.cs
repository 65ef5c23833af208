using MamConsole.PolicyEngine.Import;

namespace MamConsole.PolicyEngine.Export;

/// <summary>A policy as Intune would say it.</summary>
/// <param name="Json">A windowsInformationProtectionPolicy of Graph v1.0, UTF-8.</param>
/// <param name="Report">Each setting and what became of it: what Intune has no word for stands as dropped. Sources are paths of the written
/// policy, targets
/// properties of Graph's.</param>
public sealed record IntuneDocument(byte[] Json, ImportReport Report);
