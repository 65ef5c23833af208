namespace MamConsole.PolicyEngine.Eas;

/// <summary>Whose rule holds in one dimension.</summary>
public enum EasWinner
{
    /// <summary>Neither asks for anything.</summary>
    Neither,

    /// <summary>Both ask for the same.</summary>
    Same,

    /// <summary>The MAM policy is stricter.</summary>
    Mam,

    /// <summary>Exchange is stricter.</summary>
    Exchange,
}
