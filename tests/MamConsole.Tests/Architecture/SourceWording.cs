using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MamConsole.Tests.Architecture;

/// <summary>
/// Finds in source what <see cref="Wording"/> finds in built assemblies, for projects that these tests do not reference.
/// </summary>
internal static class SourceWording
{
    /// <summary>Returns each banned word of the names that a file declares as "word: path: name", in order and once.</summary>
    public static IReadOnlyList<string> Violations(string path, string text) =>
        [
            .. CSharpSyntaxTree
                .ParseText(text, cancellationToken: TestContext.Current.CancellationToken)
                .GetRoot(TestContext.Current.CancellationToken)
                .DescendantNodes()
                .Where(node => !IsLocal(node))
                .SelectMany(Names)
                .SelectMany(name => Wording.BannedIn(name).Select(word => $"{word}: {path}: {name}"))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Returns the names that a declaration introduces; empty for any other node.</summary>
    private static IEnumerable<string> Names(SyntaxNode node) =>
        node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString().Split('.'),
            BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
            DelegateDeclarationSyntax type => [type.Identifier.ValueText],
            BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
            PropertyDeclarationSyntax property => [property.Identifier.ValueText],
            EventDeclarationSyntax declared => [declared.Identifier.ValueText],
            EnumMemberDeclarationSyntax member => [member.Identifier.ValueText],
            MethodDeclarationSyntax method => [method.Identifier.ValueText],
            ParameterSyntax parameter => [parameter.Identifier.ValueText],
            _ => [],
        };

    /// <summary>Returns whether a parameter belongs to a lambda or a local function, whose names are not in the assembly.</summary>
    private static bool IsLocal(SyntaxNode node) =>
        node is ParameterSyntax && node.Ancestors().Any(outer => outer is LambdaExpressionSyntax or LocalFunctionStatementSyntax);
}
