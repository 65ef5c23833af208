namespace MamConsole.PolicyEngine.Certificates;

/// <summary>What a new SCEP request begins with.</summary>
public static class ScepDefaults
{
    /// <summary>The purpose "signing in as a client".</summary>
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
}
