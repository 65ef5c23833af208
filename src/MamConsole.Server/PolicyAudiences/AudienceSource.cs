namespace MamConsole.Server.PolicyAudiences;

/// <summary>The document of a policy that the audience is computed for.</summary>
public enum AudienceSource
{
    /// <summary>The version in force.</summary>
    Published,

    /// <summary>The saved draft, as if it were published now.</summary>
    Draft,
}
