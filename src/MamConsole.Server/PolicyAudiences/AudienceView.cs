namespace MamConsole.Server.PolicyAudiences;

/// <summary>Which of the PCs that match are listed.</summary>
public enum AudienceView
{
    /// <summary>Those that get the policy.</summary>
    Getting,

    /// <summary>Those that match and get another one.</summary>
    Elsewhere,
}
