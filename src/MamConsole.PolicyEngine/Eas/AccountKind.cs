namespace MamConsole.PolicyEngine.Eas;

/// <summary>Whose account signs in to the PC.</summary>
public enum AccountKind
{
    /// <summary>Any of them.</summary>
    Any,

    /// <summary>An account of the PC's own.</summary>
    Local,

    /// <summary>A personal Microsoft account.</summary>
    Microsoft,

    /// <summary>A work account (documented for domains, assumed alike for Entra).</summary>
    Work,
}
