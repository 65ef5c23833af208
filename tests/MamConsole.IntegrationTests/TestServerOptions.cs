using MamConsole.DemoTenant;
using MamConsole.Server.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MamConsole.IntegrationTests;

/// <summary>The options of a <see cref="TestServer"/> that a test may change.</summary>
internal sealed record TestServerOptions
{
    /// <summary>Settings that replace or extend the usual ones; null removes a setting.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Services that replace the server's own.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    public DemoTenantOptions Tenant { get; init; } = new() { People = 3 };

    /// <summary>The kind of the new database.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>Another server that shares its database and tenant with this one, which is a second node.</summary>
    public TestServer? Beside { get; init; }

    /// <summary>The server's port; 0 = a free one.</summary>
    public int Port { get; init; }

    /// <summary>The folder of the SQLite file; null = a new folder, which is deleted with the server.</summary>
    public string? Folder { get; init; }

    public string Environment { get; init; } = Environments.Development;
}
