using System.Reflection;
using MamConsole.Server.Storage;
using Xunit.Sdk;
using Xunit.v3;

namespace MamConsole.IntegrationTests.Storage;

/// <summary>Runs a theory once on SQLite and once on PostgreSQL; its parameter is the provider's name (see <see cref="TestDatabase"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetNames<StorageProvider>().Select(name => new TheoryDataRow(name))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
