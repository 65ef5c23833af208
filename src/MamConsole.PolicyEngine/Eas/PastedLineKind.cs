namespace MamConsole.PolicyEngine.Eas;

/// <summary>The category of a line of a pasted Exchange policy that produced no setting.</summary>
public enum PastedLineKind
{
    /// <summary>It concerns only Exchange and is not sent to devices.</summary>
    ForExchange,

    /// <summary>The rule is not recognized.</summary>
    Unknown,

    /// <summary>It should produce a setting, but its value cannot be parsed.</summary>
    Wrong,
}
