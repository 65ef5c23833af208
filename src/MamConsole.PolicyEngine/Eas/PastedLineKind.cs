namespace MamConsole.PolicyEngine.Eas;

/// <summary>What became of a line of a pasted Exchange policy that did not make a setting.</summary>
public enum PastedLineKind
{
    /// <summary>It concerns Exchange alone: no device is told.</summary>
    ForExchange,

    /// <summary>Nobody here knows it.</summary>
    Unknown,

    /// <summary>It should make a setting, and its value cannot be read.</summary>
    Wrong,
}
