using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>The nodes in code against the catalogue taken from Microsoft's DDFs: a wrong name would fail on every device and in no other test.</summary>
public sealed class CspCatalogueTests
{
    private static readonly ImmutableArray<Type> Providers =
        [.. typeof(CspNode).Assembly.GetTypes().Where(type => type.Name.EndsWith("Csp", StringComparison.Ordinal)).OrderBy(type => type.Name)];

    public static TheoryData<Type> ProviderTypes => [.. Providers];

    [Theory]
    [MemberData(nameof(ProviderTypes))]
    public void Every_node_stands_in_the_catalogue_as_it_stands_here(Type provider)
    {
        var catalogue = Catalogue();
        Assert.NotEmpty(NodesOf(provider));
        foreach (var node in NodesOf(provider))
        {
            // An exempt list is a grouping whose name holds the keyword: the same row of the catalogue.
            var uri = node.Uri.Replace("{Grouping}EdpExempt", "{Grouping}", StringComparison.Ordinal);
            Assert.True(catalogue.TryGetValue(uri, out var row), $"{node.Uri} is not in the catalogue.");
            Assert.Equal((node.Uri, row.Format), (node.Uri, node.Format));
            Assert.Equal((node.Uri, row.Access), (node.Uri, node.Access));
            Assert.Equal((node.Uri, Math.Max(15063, row.Build)), (node.Uri, node.MinimumBuild));
        }
    }

    [Theory]
    [MemberData(nameof(ProviderTypes))]
    public void What_a_policy_writes_can_be_read_back(Type provider)
    {
        var catalogue = Catalogue();
        foreach (var node in NodesOf(provider).Where(node => node.ReadUri != node.Uri))
        {
            Assert.True(catalogue.TryGetValue(node.ReadUri, out var row), $"{node.ReadUri} is not in the catalogue.");
            Assert.Equal(node.Format, row.Format);
            Assert.True(row.Access.HasFlag(CspAccess.Get));
        }
    }

    [Theory]
    [MemberData(nameof(ProviderTypes))]
    public void All_lists_every_field_once(Type provider)
    {
        var all = (ImmutableArray<CspNode>)provider.GetField("All")!.GetValue(null)!;
        Assert.Equal(NodesOf(provider).Select(node => node.Uri).Order(), all.Select(node => node.Uri).Order());
    }

    [Fact]
    public void Values_are_written_as_the_wire_wants_them()
    {
        Assert.Equal("true", PassportForWorkCsp.UsePassportForWork.Write(true));
        Assert.Equal("-1", DeviceLockCsp.DevicePasswordEnabled.Write(-1));
        Assert.Equal("a|b", EnterpriseDataProtectionCsp.EnterpriseProtectedDomainNames.Write("a|b"));
    }

    private static IEnumerable<CspNode> NodesOf(Type provider) =>
        provider.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType.IsAssignableTo(typeof(CspNode)))
            .Select(field => (CspNode)field.GetValue(null)!);

    private static Dictionary<string, (CspFormat Format, CspAccess Access, int Build)> Catalogue()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(ReferenceFolder.Require("reference/csp-catalog.json")));
        return document.RootElement.EnumerateArray().ToDictionary(
            row => row.GetProperty("uri").GetString()!,
            row => (
                Enum.TryParse<CspFormat>(row.GetProperty("format").GetString(), ignoreCase: true, out var format) ? format : (CspFormat)(-1),
                row.GetProperty("access").EnumerateArray().Aggregate(default(CspAccess), (sum, one) => sum | Enum.Parse<CspAccess>(one.GetString()!)),
                row.GetProperty("osMin").GetString() is { } version ? int.Parse(version.Split('.')[2], System.Globalization.CultureInfo.InvariantCulture) : 0));
    }
}
