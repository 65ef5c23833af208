using MamConsole.Server.Storage;
using Microsoft.Extensions.Configuration;

namespace MamConsole.Tests.Server.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void From_DefaultsToSqliteFile() => Assert.Equal((StorageProvider.Sqlite, "Data Source=data/mamconsole.db"), Read([]));

    [Fact]
    public void From_ReadsSettings() =>
        Assert.Equal(
            (StorageProvider.PostgreSql, "Host=db"),
            Read(new() { ["Storage:Provider"] = "postgresql", ["Storage:ConnectionString"] = "Host=db" })
        );

    [Theory]
    [InlineData("Oracle", "x", "Storage:Provider")]
    [InlineData("7", "x", "Storage:Provider")]
    [InlineData("PostgreSql", null, "Storage:ConnectionString")]
    public void From_NamesInvalidSetting(string provider, string? connectionString, string key)
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            Read(new() { ["Storage:Provider"] = provider, ["Storage:ConnectionString"] = connectionString })
        );

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x.db;Mode=Memory")]
    [InlineData("Data Source=x.db;Cache=Shared")]
    [InlineData("")]
    public void SqliteDialect_RejectsDatabaseThatIsNotStored(string connectionString) =>
        Assert.Contains(
            "Storage:ConnectionString",
            Assert.Throws<InvalidOperationException>(() => new SqliteDialect(connectionString)).Message,
            StringComparison.Ordinal
        );

    private static (StorageProvider, string) Read(Dictionary<string, string?> settings)
    {
        var options = StorageOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return (options.Provider, options.ConnectionString);
    }
}
