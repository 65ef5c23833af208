using System.Collections.Immutable;
using System.Reflection;
using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>
/// Compares the nodes in code with the catalog from Microsoft's DDFs. A wrong name would fail on every device and in no other test.
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
    public void Nodes_EqualReferenceRows(Type provider)
    {
        var rows = ReferenceCatalogue.Rows().ToDictionary(row => row.Uri);
        Assert.NotEmpty(NodesOf(provider));
        var wrong = NodesOf(provider)
            .Where(node => !rows.TryGetValue(node.Uri, out var row) || Describe(row) != Describe(node))
            .Select(node => $"{Describe(node)} instead of {(rows.TryGetValue(node.Uri, out var row) ? Describe(row) : "nothing")}");
        Assert.Equal([], wrong);
    }

    [Fact]
    public void Nodes_CoverAllReferenceRowsExceptPreviews()
    {
        // No released build is guaranteed to have the nodes of a preview build, so they are not allowed.
        var missing = ReferenceCatalogue
            .Rows()
            .Where(row => !row.InsiderOnly && row.OsMin is not null)
            .Select(row => row.Uri)
            .Except(Providers.SelectMany(provider => NodesOf(provider)).Select(node => node.Uri));
        Assert.Equal([], missing);
    }

    [Theory]
    [MemberData(nameof(ProviderTypes))]
    public void All_ContainsEveryDeclaredNode(Type provider)
    {
        var listed = NodesOf(provider);
        var named = Named(provider, null).Distinct(ReferenceEqualityComparer.Instance).Cast<CspNode>().ToArray();
        Assert.NotEmpty(named);
        Assert.Equal([], named.Select(RowUriOf).Except(listed.Select(node => node.Uri)));
    }

    [Fact]
    public void Documentation_StatesNodeCounts()
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
    public void All_HasUniqueAddresses()
    {
        var twice = Providers
            .SelectMany(provider => NodesOf(provider))
            .GroupBy(node => node.Uri, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key);
        Assert.Equal([], twice);
    }

    [Fact]
    public void Default_IsInRange()
    {
        // Windows documents some defaults with other texts than the values: "True" for true, 0 where 0 means "not set".
        var outside = Providers
            .SelectMany(provider => NodesOf(provider))
            .Where(node =>
                node.Default is { } value && value != "0" && !node.Range.Allows(node.Format == CspFormat.Bool ? Lower(value) : value)
            );
        Assert.Equal([], outside.Select(node => node.Uri));
    }

    [Fact]
    public void Write_ReturnsWireFormat()
    {
        Assert.Equal("true", PassportForWorkCsp.UsePassportForWork.Write(true));
        Assert.Equal("-1", DeviceLockCsp.DevicePasswordEnabled.Write(-1));
        Assert.Equal("a|b", EnterpriseDataProtectionCsp.EnterpriseProtectedDomainNames.Write("a|b"));
    }

    private static string Lower(string value) => value.ToLowerInvariant();

    private static ImmutableArray<CspNode> NodesOf(Type provider) => (ImmutableArray<CspNode>)provider.GetField("All")!.GetValue(null)!;

    /// <summary>Returns the row of a node. An exempt list has the same row as a protected one.</summary>
    private static string RowUriOf(CspNode node) => node.Uri.Replace("{Grouping}EdpExempt", "{Grouping}", StringComparison.Ordinal);

    /// <summary>Returns the nodes in static fields and in properties of instances, at any depth.</summary>
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

    /// <summary>
    /// Returns the range of a row. A <c>bool</c> without a documented range has both values; the address validates the names of profiles.
    /// </summary>
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
