using Mono.Cecil;

namespace MamConsole.Tests.Architecture;

/// <summary>
/// Finds every type that the code of a type uses: in signatures, attributes, locals and instructions, including generic arguments.
/// </summary>
internal static class TypesUsed
{
    /// <summary>
    /// Returns the outermost types that the type and its nested types use. Closures, iterators and async state machines are nested types.
    /// </summary>
    public static IEnumerable<TypeReference> By(TypeDefinition type)
    {
        var direct = new List<TypeReference?> { type.BaseType };
        direct.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        direct.AddRange(type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType));
        direct.AddRange(type.Fields.Select(f => f.FieldType));
        direct.AddRange(type.Properties.Select(p => p.PropertyType));
        direct.AddRange(type.Events.Select(e => e.EventType));
        direct.AddRange(type.Methods.SelectMany(InMethod));
        IEnumerable<ICustomAttributeProvider> carriers =
        [
            type,
            .. type.Fields,
            .. type.Properties,
            .. type.Methods,
            .. type.Methods.SelectMany(m => m.Parameters),
        ];
        direct.AddRange(carriers.SelectMany(carrier => carrier.CustomAttributes).SelectMany(InAttribute));
        return direct.SelectMany(Parts).Concat(type.NestedTypes.SelectMany(By)).Select(Outermost).Distinct();
    }

    private static IEnumerable<TypeReference?> InMethod(MethodDefinition method)
    {
        IEnumerable<TypeReference?> signature =
        [
            method.ReturnType,
            .. method.Parameters.Select(p => p.ParameterType),
            .. method.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType),
        ];
        return method.HasBody
            ?
            [
                .. signature,
                .. method.Body.Variables.Select(v => v.VariableType),
                .. method.Body.Instructions.SelectMany(i => InOperand(i.Operand)),
            ]
            : signature;
    }

    private static IEnumerable<TypeReference?> InOperand(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod method => [.. method.GenericArguments, .. InOperand(method.ElementMethod)],
            MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)],
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => [],
        };

    private static IEnumerable<TypeReference?> InAttribute(CustomAttribute attribute) =>
        [
            attribute.AttributeType,
            .. attribute.ConstructorArguments.Concat(attribute.Properties.Select(p => p.Argument)).Select(a => a.Value as TypeReference),
        ];

    /// <summary>Returns the types of which a generic, array or by-reference type is composed.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
            TypeSpecification made => Parts(made.ElementType),
            _ => [type],
        };

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
