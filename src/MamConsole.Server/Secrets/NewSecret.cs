using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Secrets;

/// <summary>A secret to store.</summary>
/// <param name="Kind">The use of the secret.</param>
/// <param name="Value">The secret itself. It is stored and never returned.</param>
internal sealed record NewSecret(SecretKind Kind, string Value)
{
    /// <summary>Omits the value, so that no log contains it by mistake.</summary>
    public override string ToString() => $"NewSecret {{ Kind = {Kind} }}";
}
