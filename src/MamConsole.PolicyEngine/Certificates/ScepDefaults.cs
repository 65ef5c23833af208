namespace MamConsole.PolicyEngine.Certificates;

/// <summary>The initial values of a new SCEP request.</summary>
public static class ScepDefaults
{
    /// <summary>The extended key usage "client authentication".</summary>
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
}
