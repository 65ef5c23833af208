namespace MamConsole.Server.Storage;

/// <summary>The two databases that MamConsole runs on.</summary>
internal enum StorageProvider
{
    Sqlite,
    PostgreSql,
}
