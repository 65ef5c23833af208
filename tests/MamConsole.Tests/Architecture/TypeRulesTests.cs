using MamConsole.Tests.Architecture.Examples;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace MamConsole.Tests.Architecture;

public sealed class TypeRulesTests
{
    private static readonly TypeDefinition[] Products = [.. BuiltAssemblies.Products.SelectMany(module => module.GetAllTypes())];

    private static readonly TypeDefinition[] Examples =
    [
        .. BuiltAssemblies
            .TestModule.GetAllTypes()
            .Where(type => type.FullName.StartsWith("MamConsole.Tests.Architecture.Examples.", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Hierarchies_AreClosed() => Assert.Empty(TypeRules.OpenHierarchies(Products));

    [Fact]
    public void OpenHierarchies_FindsOpenHierarchy() =>
        Assert.Equal(
            [
                $"{typeof(OpenChoice).FullName}: a constructor is not private",
                $"{typeof(OpenChoice).FullName}/{nameof(OpenChoice.Second)}: is not sealed",
            ],
            TypeRules.OpenHierarchies(Examples)
        );

    [Fact]
    public void Stores_AreSealed()
    {
        Assert.Contains(Products, type => type.Name == "PolicyStore");
        Assert.Empty(TypeRules.OpenStores(Products));
    }

    [Fact]
    public void OpenStores_FindsOpenStore() => Assert.Equal([typeof(OpenStore).FullName], TypeRules.OpenStores(Examples));

    [Fact]
    public void Types_AreNotNamedLikeTheirFolder() => Assert.Empty(TypeRules.NamedLikeTheirFolder(Products));

    [Fact]
    public void NamedLikeTheirFolder_FindsType() =>
        Assert.Equal(["MamConsole.Tests.Architecture.Examples.Upper.Upper"], TypeRules.NamedLikeTheirFolder(Examples));
}
