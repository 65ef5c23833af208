namespace MamConsole.PolicyEngine.Eas;

/// <summary>The kind of account that signs in to the PC.</summary>
public enum AccountKind
{
    /// <summary>Any account.</summary>
    Any,

    /// <summary>A local account of the PC.</summary>
    Local,

    /// <summary>A personal Microsoft account.</summary>
    Microsoft,

    /// <summary>A work account (documented for domain accounts, assumed to be the same for Entra accounts).</summary>
    Work,
}
