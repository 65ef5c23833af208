namespace MamConsole.Server.Storage;

/// <summary>The database and its connection string: the configuration section <c>Storage</c>.</summary>
internal sealed record StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>Storage:Provider</c>: <c>Sqlite</c> (default) or <c>PostgreSql</c>.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary><c>Storage:ConnectionString</c>; for SQLite a file, by default one in the folder <c>data</c>.</summary>
    public string ConnectionString { get; init; } = "Data Source=data/mamconsole.db";

    /// <exception cref="InvalidOperationException">A setting is invalid; the message contains its key, the reason and an
    /// example.</exception>
    public static StorageOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = new StorageOptions();
        if (section[nameof(Provider)] is { Length: > 0 } provider)
        {
            options = options with
            {
                Provider =
                    Enum.TryParse<StorageProvider>(provider, ignoreCase: true, out var known) && Enum.IsDefined(known)
                        ? known
                        : throw new InvalidOperationException($"Storage:Provider is '{provider}'; it must be Sqlite or PostgreSql."),
            };
        }

        if (section[nameof(ConnectionString)] is { Length: > 0 } text)
        {
            return options with { ConnectionString = text };
        }

        return options.Provider == StorageProvider.Sqlite
            ? options
            : throw new InvalidOperationException(
                "Storage:ConnectionString is missing; PostgreSQL needs one, for example "
                    + "'Host=db;Database=mamconsole;Username=mamconsole;Password=...'."
            );
    }
}
