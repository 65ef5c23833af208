using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MamConsole.Tests.Architecture;

/// <summary>Finds property tests whose number of samples <c>eng/soak.sh</c> cannot multiply.</summary>
internal static class SampleCalls
{
    private static readonly string[] Methods = ["Sample", "SampleAsync", "SampleModelBased", "SampleMetamorphic", "SampleParallel"];

    /// <summary>
    /// Returns the lines of the calls of CsCheck's sampling methods in one file that do not pass <c>iter: Iterations.Of(…)</c>; none where
    /// the file does not use CsCheck.
    /// </summary>
    public static IEnumerable<int> WithTheirOwnCount(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        return Calls(root).Where(call => !call.ArgumentList.Arguments.Any(IsScaled)).Select(LineOf);
    }

    /// <summary>Returns the number of sampling calls in a file.</summary>
    public static int Count(string text) => Calls(CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot()).Count();

    private static IEnumerable<InvocationExpressionSyntax> Calls(CompilationUnitSyntax root) =>
        root.Usings.Any(directive => directive.Name?.ToString() == "CsCheck")
            ? root.DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Where(call => call.Expression is MemberAccessExpressionSyntax member && Methods.Contains(member.Name.Identifier.ValueText))
            : [];

    private static bool IsScaled(ArgumentSyntax argument) =>
        argument is { NameColon.Name.Identifier.ValueText: "iter", Expression: InvocationExpressionSyntax count }
        && count.Expression.ToString() == $"{nameof(Iterations)}.{nameof(Iterations.Of)}";

    private static int LineOf(InvocationExpressionSyntax call) =>
        ((MemberAccessExpressionSyntax)call.Expression).Name.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
