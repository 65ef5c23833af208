namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>What is read together. Stored by number: never renumber.</summary>
[Flags]
public enum ReadGroups
{
    None = 0,

    /// <summary>The policy's own settings and the state of protection.</summary>
    Settings = 1,

    /// <summary>Encryption, antivirus, firewall, secure boot.</summary>
    Condition = 2,

    /// <summary>TPM, virtualization, edition.</summary>
    Hardware = 4,
}
