namespace MamConsole.Server.PolicyAudiences;

/// <summary>Which document of a policy is asked about.</summary>
public enum AudienceSource
{
    /// <summary>The version in force.</summary>
    Published,

    /// <summary>The saved draft, as if it were published now.</summary>
    Draft,
}
