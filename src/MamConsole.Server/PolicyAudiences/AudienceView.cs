namespace MamConsole.Server.PolicyAudiences;

/// <summary>Which of the matching PCs are listed.</summary>
public enum AudienceView
{
    /// <summary>PCs that get the policy.</summary>
    Getting,

    /// <summary>PCs that match but get another policy.</summary>
    Elsewhere,
}
