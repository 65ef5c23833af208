namespace MamConsole.PolicyEngine.Import;

/// <summary>What a file turned out to be.</summary>
public enum ImportSource
{
    /// <summary>MamConsole's own file.</summary>
    PolicyFile,

    /// <summary>Intune's policy for PCs without enrollment (windowsInformationProtectionPolicy).</summary>
    IntuneMam,

    /// <summary>Intune's policy for enrolled PCs (mdmWindowsInformationProtectionPolicy).</summary>
    IntuneMdm,

    /// <summary>An AppLocker policy or a single rule collection.</summary>
    AppLocker,
}
