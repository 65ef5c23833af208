using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>Compiles the PassportForWork nodes of the tenant.</summary>
internal static class HelloPinCompiler
{
    public static IEnumerable<CompiledNode> Compile(HelloPinRules? rules)
    {
        if (rules is null)
        {
            yield break;
        }

        if (rules.UsePassportForWork is { } use)
        {
            yield return CompiledNode.Of(PassportForWorkCsp.UsePassportForWork, use, NodeStage.HelloPin);
        }

        (CspNode<int> Node, int? Value)[] rest =
        [
            (PassportForWorkCsp.MinimumPinLength, rules.MinimumLength),
            (PassportForWorkCsp.MaximumPinLength, rules.MaximumLength),
            (PassportForWorkCsp.UppercaseLetters, (int?)rules.UppercaseLetters),
            (PassportForWorkCsp.LowercaseLetters, (int?)rules.LowercaseLetters),
            (PassportForWorkCsp.Digits, (int?)rules.Digits),
            (PassportForWorkCsp.SpecialCharacters, (int?)rules.SpecialCharacters),
            (PassportForWorkCsp.History, rules.History),
            (PassportForWorkCsp.Expiration, rules.ExpirationDays),
        ];
        foreach (var (node, value) in rest)
        {
            if (value is { } known)
            {
                yield return CompiledNode.Of(node, known, NodeStage.HelloPin);
            }
        }
    }
}
