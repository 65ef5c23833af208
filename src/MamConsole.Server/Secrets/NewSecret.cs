using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Secrets;

/// <summary>A secret to keep.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Value">The secret itself. It goes in and never comes out again.</param>
internal sealed record NewSecret(SecretKind Kind, string Value)
{
    /// <summary>So that no log can hold it by mistake.</summary>
    public override string ToString() => $"NewSecret {{ Kind = {Kind} }}";
}
