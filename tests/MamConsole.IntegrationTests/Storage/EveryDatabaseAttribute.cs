using System.Reflection;
using MamConsole.Server.Storage;
using Xunit.Sdk;
using Xunit.v3;

namespace MamConsole.IntegrationTests.Storage;

/// <summary>
/// Runs a theory once on SQLite and once on PostgreSQL; its parameter is the provider's name (see <see cref="TestDatabase"/>).
/// <c>MAMCONSOLE_TEST_DATABASES</c> (for example <c>Sqlite</c>) excludes the others, for fast local runs.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetNames<StorageProvider>().Where(IsSelected).Select(name => new TheoryDataRow(name))]);

    public override bool SupportsDiscoveryEnumeration() => true;

    /// <summary>Whether tests run on that kind of database.</summary>
    public static bool IsSelected(string provider) =>
        Environment.GetEnvironmentVariable("MAMCONSOLE_TEST_DATABASES") is not { Length: > 0 } desired
        || desired.Split(',', StringSplitOptions.TrimEntries).Contains(provider, StringComparer.OrdinalIgnoreCase);
}
