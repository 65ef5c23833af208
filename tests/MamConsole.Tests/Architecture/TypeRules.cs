using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace MamConsole.Tests.Architecture;

/// <summary>Rules for single types, evaluated on the IL.</summary>
internal static class TypeRules
{
    /// <summary>
    /// Returns violations of the rule that an abstract record with nested alternatives is closed: no other type can derive from it or from
    /// an alternative, so that a switch over it can be complete.
    /// </summary>
    public static IEnumerable<string> OpenHierarchies(IEnumerable<TypeDefinition> types)
    {
        foreach (var type in types.Where(type => type.IsAbstract && IsRecord(type)))
        {
            var alternatives = type.NestedTypes.Where(nested => BaseOf(nested) == type).ToArray();
            if (alternatives.Length == 0)
            {
                continue;
            }

            if (type.GetConstructors().Any(constructor => !constructor.IsPrivate && !Copies(constructor, type)))
            {
                yield return $"{type.FullName}: a constructor is not private";
            }

            foreach (var alternative in alternatives.Where(alternative => !alternative.IsSealed))
            {
                yield return $"{alternative.FullName}: is not sealed";
            }
        }
    }

    /// <summary>
    /// Returns violations of the rule that stores are sealed classes: tests use real databases, so stores are never replaced.
    /// </summary>
    public static IEnumerable<string> OpenStores(IEnumerable<TypeDefinition> types) =>
        types
            .Where(type => type.Name.EndsWith("Store", StringComparison.Ordinal) && type.IsClass && !type.IsSealed)
            .Select(type => type.FullName);

    /// <summary>Returns types that have the name of a namespace around them, which makes every use of either ambiguous.</summary>
    public static IEnumerable<string> NamedLikeTheirFolder(IEnumerable<TypeDefinition> types) =>
        types.Where(type => type.DeclaringType is null && type.Namespace.Split('.').Contains(type.Name)).Select(type => type.FullName);

    private static bool IsRecord(TypeDefinition type) => type.Methods.Any(method => method.Name == "<Clone>$");

    private static TypeDefinition? BaseOf(TypeDefinition type) =>
        (type.BaseType is GenericInstanceType generic ? generic.ElementType : type.BaseType) as TypeDefinition;

    private static bool Copies(MethodDefinition constructor, TypeDefinition type) =>
        constructor.Parameters is [{ ParameterType: var only }]
        && (only is GenericInstanceType generic ? generic.ElementType : only) == type;
}
