namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>Groups of nodes that are read together. Stored by number: never renumber.</summary>
[Flags]
public enum ReadGroups
{
    None = 0,

    /// <summary>The policy's own settings and the WIP status.</summary>
    Settings = 1,

    /// <summary>Encryption, antivirus, firewall, secure boot.</summary>
    Condition = 2,

    /// <summary>TPM, virtualization, edition.</summary>
    Hardware = 4,
}
