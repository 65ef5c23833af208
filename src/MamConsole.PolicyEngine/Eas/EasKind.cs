namespace MamConsole.PolicyEngine.Eas;

/// <summary>The type of value of an element of EASProvisionDoc.</summary>
public enum EasKind
{
    /// <summary>0 or 1.</summary>
    Switch,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A list of texts.</summary>
    List,
}
