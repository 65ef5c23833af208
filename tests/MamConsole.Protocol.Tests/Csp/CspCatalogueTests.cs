using System.Collections.Immutable;
using System.Reflection;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>
/// The nodes in code against the catalogue taken from Microsoft's DDFs: a wrong name would fail on every device and in no other test.
/// </summary>
public sealed class CspCatalogueTests
{
    private static readonly ImmutableArray<Type> Providers =
    [
        .. typeof(CspNode)
            .Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Csp", StringComparison.Ordinal))
            .OrderBy(type => type.Name),
    ];

    public static TheoryData<Type> ProviderTypes => [.. Providers];

    [Theory]
    [MemberData(nameof(ProviderTypes))]
    public void Every_node_stands_in_the_reference_as_it_stands_here(Type provider)
    {
        var rows = ReferenceCatalogue.Rows().ToDictionary(row => row.Uri);
        Assert.NotEmpty(NodesOf(provider));
        var wrong = NodesOf(provider)
            .Where(node => !rows.TryGetValue(node.Uri, out var row) || Describe(row) != Describe(node))
            .Select(node => $"{Describe(node)} instead of {(rows.TryGetValue(node.Uri, out var row) ? Describe(row) : "nothing")}");
        Assert.Equal([], wrong);
    }

    [Fact]
    public void Every_row_of_the_reference_but_previews_stands_here()
    {
        // A preview has no build that it could be promised for: it is not known, and so not allowed.
        var missing = ReferenceCatalogue
            .Rows()
            .Where(row => !row.InsiderOnly && row.OsMin is not null)
            .Select(row => row.Uri)
            .Except(Providers.SelectMany(provider => NodesOf(provider)).Select(node => node.Uri));
        Assert.Equal([], missing);
    }

    [Theory]
    [MemberData(nameof(ProviderTypes))]
    public void Every_node_that_has_a_name_is_listed(Type provider)
    {
        var listed = NodesOf(provider);
        var named = Named(provider, null).Distinct(ReferenceEqualityComparer.Instance).Cast<CspNode>().ToArray();
        Assert.NotEmpty(named);
        Assert.Equal([], named.Select(RowUriOf).Except(listed.Select(node => node.Uri)));
    }

    [Fact]
    public void The_page_about_the_catalogue_counts_right()
    {
        var counted = CspCatalogue
            .All.GroupBy(node => ProviderOf(node.Uri))
            .Select(group => (Provider: group.Key, Count: new Func<CspUse, int>(use => group.Count(node => node.Use == use))))
            .Select(one =>
                $"| {one.Provider} | {one.Count(CspUse.Author)} | {one.Count(CspUse.Read)} | {one.Count(CspUse.Execute)} | "
                + $"{one.Count(CspUse.Structural)} | {one.Count(CspUse.Avoid)} |"
            );
        var page = CheckoutFiles.Read("docs/csp-catalogue.md");

        Assert.Equal(
            counted.Order(StringComparer.OrdinalIgnoreCase),
            page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Order(StringComparer.OrdinalIgnoreCase)
        );
        Assert.Contains($"{CspCatalogue.All.Length} nodes", page, StringComparison.Ordinal);

        static string ProviderOf(string uri) =>
            uri.Split('/').First(segment => segment is not ("." or "Device" or "User" or "Vendor" or "MSFT" or "SyncML")) is var name
            && name == "Policy"
                ? "Policy (NetworkIsolation, DeviceLock)"
                : name;
    }

    [Fact]
    public void Each_address_is_described_once()
    {
        var twice = Providers
            .SelectMany(provider => NodesOf(provider))
            .GroupBy(node => node.Uri, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key);
        Assert.Equal([], twice);
    }

    [Fact]
    public void A_default_is_a_value_that_the_node_takes()
    {
        // Windows prints some defaults in other words than the values: "True" for true, 0 where 0 stands for "not set".
        var outside = Providers
            .SelectMany(provider => NodesOf(provider))
            .Where(node =>
                node.Default is { } value && value != "0" && !node.Range.Allows(node.Format == CspFormat.Bool ? Lower(value) : value)
            );
        Assert.Equal([], outside.Select(node => node.Uri));
    }

    [Fact]
    public void Values_are_written_in_wire_format()
    {
        Assert.Equal("true", PassportForWorkCsp.UsePassportForWork.Write(true));
        Assert.Equal("-1", DeviceLockCsp.DevicePasswordEnabled.Write(-1));
        Assert.Equal("a|b", EnterpriseDataProtectionCsp.EnterpriseProtectedDomainNames.Write("a|b"));
    }

    private static string Lower(string value) => value.ToLowerInvariant();

    private static ImmutableArray<CspNode> NodesOf(Type provider) => (ImmutableArray<CspNode>)provider.GetField("All")!.GetValue(null)!;

    /// <summary>An exempt list is a grouping whose name holds the keyword: the same row of the reference.</summary>
    private static string RowUriOf(CspNode node) => node.Uri.Replace("{Grouping}EdpExempt", "{Grouping}", StringComparison.Ordinal);

    /// <summary>What static fields and the properties of instances name, at any depth.</summary>
    private static IEnumerable<CspNode> Named(Type type, object? instance)
    {
        var flags = BindingFlags.Public | (instance is null ? BindingFlags.Static : BindingFlags.Instance);
        var values = type.GetFields(flags)
            .Where(field => field.Name != "All")
            .Select(field => field.GetValue(instance))
            .Concat(
                type.GetProperties(flags)
                    .Where(property => property.GetIndexParameters().Length == 0)
                    .Select(property => property.GetValue(instance))
            );
        foreach (var value in values.OfType<object>())
        {
            var nodes = value switch
            {
                CspNode node => [node],
                ImmutableArray<CspNode> several => several,
                _ when value.GetType().Namespace == type.Namespace && value.GetType().IsClass && !ReferenceEquals(value, instance) => Named(
                    value.GetType(),
                    value
                ),
                _ => [],
            };
            foreach (var node in nodes)
            {
                yield return node;
            }
        }
    }

    private static string Describe(CatalogueRow row) =>
        string.Join(
            " | ",
            row.Uri,
            row.Scope,
            row.CspFormat,
            row.CspAccess,
            row.ConsoleUse,
            row.Builds,
            row.Default,
            RangeOf(row),
            row.Occurrence,
            row.Conflict,
            row.AtomicRequired,
            row.Reboot is not null,
            row.HomeEdition,
            row.Deprecated
        );

    private static string Describe(CspNode node) =>
        string.Join(
            " | ",
            node.Uri,
            node.Scope,
            node.Format,
            node.Access,
            node.Use.ToString().ToLowerInvariant(),
            string.Join(' ', node.Since),
            node.Default,
            RangeOf(node),
            node.Occurrence,
            node.Conflict,
            node.NeedsAtomic,
            node.MayRestart,
            node.OnHome,
            node.IsDeprecated
        );

    /// <summary>A <c>bool</c> that nothing is said of takes both values; the form of a profile's name is a matter of its address.</summary>
    private static string RangeOf(CatalogueRow row) =>
        row.Format == "bool" && row.Allowed.Kind == "none" ? "of false true"
        : row.Format == "node" ? "any"
        : row.Allowed.Stated;

    private static string RangeOf(CspNode node) =>
        node switch
        {
            { Format: CspFormat.Bool } when node.Range == CspRange.Any => "of false true",
            _ => node.Range switch
            {
                CspRange.Whole whole => $"{whole.Least}..{whole.Most} {string.Join(',', whole.Beside)}",
                CspRange.OneOf of => $"of {string.Join(' ', of.Values.Order(StringComparer.Ordinal))}",
                CspRange.Flags flags =>
                    $"flags {string.Join(' ', flags.Bits.Select(bit => bit.ToString(System.Globalization.CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal))}",
                CspRange.ListOf list => $"list {list.Separator}",
                CspRange.Pattern form => $"form {form.Expression} {form.Separator}",
                CspRange.Document xml => $"xml {xml.Schema}",
                _ => "any",
            },
        };
}
