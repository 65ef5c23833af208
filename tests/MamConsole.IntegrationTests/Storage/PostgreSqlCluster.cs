using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MamConsole.Server.Storage;
using Npgsql;

namespace MamConsole.IntegrationTests.Storage;

/// <summary>
/// A private PostgreSQL for one test process: from <c>MAMCONSOLE_TEST_POSTGRES</c> (a connection string of a user with the right to create
/// databases), otherwise started from the machine's binaries in a temporary folder and stopped at the end.
/// </summary>
internal static class PostgreSqlCluster
{
    private static readonly Lazy<string> Server = new(Find);
    private static int databases;

    /// <summary>
    /// The connection string of a new database. Skips the test where PostgreSQL is not installed, and fails where it is required.
    /// </summary>
    /// <param name="template">The database to copy; null for an empty database. It must have no connections.</param>
    public static string CreateDatabase(string? template = null)
    {
        var server = new NpgsqlConnectionStringBuilder(Server.Value);
        var name = $"mam_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        Execute(server, template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");
        server.Database = name;
        return server.ToString();
    }

    public static void DropDatabase(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        Execute(new NpgsqlConnectionStringBuilder(Server.Value), $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static void Execute(NpgsqlConnectionStringBuilder server, string sql)
    {
        server.Pooling = false;
        using var connection = new NpgsqlConnection(server.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Find()
    {
        if (!EveryDatabaseAttribute.IsSelected(nameof(StorageProvider.PostgreSql)))
        {
            Assert.Skip("MAMCONSOLE_TEST_DATABASES leaves PostgreSQL out.");
        }

        if (Environment.GetEnvironmentVariable("MAMCONSOLE_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return given;
        }

        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(d => Path.Combine(d, "bin"))
                .Where(d => File.Exists(Path.Combine(d, "initdb")))
                .Max()
            : null;
        if (binaries is not null)
        {
            return Start(binaries);
        }

        const string reason = "PostgreSQL is not installed (/usr/lib/postgresql/*/bin) and MAMCONSOLE_TEST_POSTGRES is not set.";
        if (
            Environment.GetEnvironmentVariable("CI") is not null
            || Environment.GetEnvironmentVariable("MAMCONSOLE_REQUIRE_POSTGRES") is not null
        )
        {
            throw new InvalidOperationException(reason);
        }

        Assert.Skip(reason);
        return "";
    }

    private static string Start(string binaries)
    {
        var folder = NewFolder();
        var passwords = Path.Combine(folder, "pw");
        var data = Path.Combine(folder, "data");
        File.WriteAllText(passwords, "mam");
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "-R", "postgres", folder);
        }

        var port = FreePort();
        Run(
            Path.Combine(binaries, "initdb"),
            "-D",
            data,
            "-U",
            "mam",
            "--auth=scram-sha-256",
            $"--pwfile={passwords}",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync"
        );
        var settings =
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c "
            + "max_connections=300";
        Run(Path.Combine(binaries, "pg_ctl"), "-D", data, "-l", Path.Combine(folder, "log"), "-w", "-o", settings, "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Run(Path.Combine(binaries, "pg_ctl"), "-D", data, "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        return $"Host=127.0.0.1;Port={port};Username=mam;Password=mam;Database=postgres";
    }

    // The folder is in memory where the machine provides one, because hundreds of databases are created and dropped.
    private static string NewFolder()
    {
        const string memory = "/dev/shm";
        return Directory.Exists(memory)
            ? Directory.CreateDirectory(Path.Combine(memory, $"mamconsole-postgres-{Guid.NewGuid():N}")).FullName
            : Directory.CreateTempSubdirectory("mamconsole-postgres-").FullName;
    }

    // PostgreSQL does not run as root.
    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo { WorkingDirectory = "/", RedirectStandardOutput = true };
        if (Environment.IsPrivilegedProcess && program != "chown")
        {
            start.FileName = "runuser";
            arguments = ["-u", "postgres", "--", program, .. arguments];
        }
        else
        {
            start.FileName = program;
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
