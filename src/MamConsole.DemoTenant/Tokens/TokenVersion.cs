namespace MamConsole.DemoTenant.Tokens;

/// <summary>The version of Entra's tokens, which the registration of an application selects.</summary>
public enum TokenVersion
{
    /// <summary>Issuer <c>https://sts…/{tid}/</c>, audience the App ID URI.</summary>
    V1,

    /// <summary>Issuer <c>{instance}{tid}/v2.0</c>, audience the client id.</summary>
    V2,
}
