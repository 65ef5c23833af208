namespace MamConsole.PolicyEngine.Import;

/// <summary>The recognized kind of an imported file.</summary>
public enum ImportSource
{
    /// <summary>MamConsole's own policy file.</summary>
    PolicyFile,

    /// <summary>Intune's policy for PCs without enrollment (windowsInformationProtectionPolicy).</summary>
    IntuneMam,

    /// <summary>Intune's policy for enrolled PCs (mdmWindowsInformationProtectionPolicy).</summary>
    IntuneMdm,

    /// <summary>An AppLocker policy or a single rule collection.</summary>
    AppLocker,
}
