namespace MamConsole.PolicyEngine.Eas;

/// <summary>The policy whose value is enforced in one dimension.</summary>
public enum EasWinner
{
    /// <summary>Neither policy has a requirement.</summary>
    Neither,

    /// <summary>Both policies have the same requirement.</summary>
    Same,

    /// <summary>The MAM policy is stricter.</summary>
    Mam,

    /// <summary>Exchange is stricter.</summary>
    Exchange,
}
