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
    public void Hierarchies_are_closed() => Assert.Empty(TypeRules.OpenHierarchies(Products));

    [Fact]
    public void An_open_hierarchy_is_seen() =>
        Assert.Equal(
            [
                $"{typeof(OpenChoice).FullName}: a constructor is not private",
                $"{typeof(OpenChoice).FullName}/{nameof(OpenChoice.Second)}: is not sealed",
            ],
            TypeRules.OpenHierarchies(Examples)
        );

    [Fact]
    public void Stores_are_sealed()
    {
        Assert.Contains(Products, type => type.Name == "PolicyStore");
        Assert.Empty(TypeRules.OpenStores(Products));
    }

    [Fact]
    public void An_open_store_is_seen() => Assert.Equal([typeof(OpenStore).FullName], TypeRules.OpenStores(Examples));

    [Fact]
    public void No_type_is_named_like_a_folder_around_it() => Assert.Empty(TypeRules.NamedLikeTheirFolder(Products));

    [Fact]
    public void A_type_named_like_a_folder_is_seen() =>
        Assert.Equal(["MamConsole.Tests.Architecture.Examples.Upper.Upper"], TypeRules.NamedLikeTheirFolder(Examples));
}
