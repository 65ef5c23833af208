using MamConsole.DemoTenant;
using MamConsole.Server.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MamConsole.IntegrationTests;

/// <summary>What a test wants to be otherwise.</summary>
internal sealed record TestServerOptions
{
    /// <summary>Settings over the usual ones; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Services that win over the server's own.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    public DemoTenantOptions Tenant { get; init; } = new() { People = 3 };

    /// <summary>A fresh database of that kind.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>Another server, whose database and tenant this one shares: a second node.</summary>
    public TestServer? Beside { get; init; }

    /// <summary>The server's port; 0 = a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where the SQLite file is kept; null = a folder of its own, which goes with the server.</summary>
    public string? Folder { get; init; }

    public string Environment { get; init; } = Environments.Development;
}
