using System.Reflection;
using System.Text.RegularExpressions;
using DbUp.Engine;

namespace MamConsole.Server.Storage;

/// <summary>
/// Migrates the database to this version's schema: runs the numbered scripts of <c>Storage/Migrations</c>, each once, in order, each in its
/// own transaction. The same scripts are used for both databases; the few differences are placeholders in double braces.
/// </summary>
internal sealed partial class Migrator(Dialect dialect, ILogger<Migrator> logger)
{
    private static readonly Lazy<IReadOnlyList<Migration>> Embedded = new(ReadEmbedded);

    /// <summary>All migrations of this version, in order.</summary>
    public static IReadOnlyList<Migration> All => Embedded.Value;

    /// <exception cref="InvalidOperationException">The database was migrated by a newer version, or a migration failed; the database has
    /// the schema of the last migration that succeeded.</exception>
    public void Migrate() => Migrate(All);

    /// <summary>Runs other migrations, for tests of older databases.</summary>
    internal void Migrate(IReadOnlyList<Migration> migrations)
    {
        SqlScript[] scripts = [.. migrations.Select(m => new SqlScript(m.Name, Translate(m)))];
        using var alone = dialect.LockForMigration();
        var upgrade = dialect
            .DeployChanges()
            .WithScripts(scripts)
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();

        if (
            upgrade.GetExecutedScripts().Except(migrations.Select(m => m.Name)).Order(StringComparer.Ordinal).LastOrDefault() is { } unknown
        )
        {
            throw new InvalidOperationException(
                $"The database was migrated by a newer version of MamConsole (migration {unknown} is unknown). Start that version, or "
                    + "restore an earlier backup."
            );
        }

        var result = upgrade.PerformUpgrade();
        foreach (var script in result.Scripts)
        {
            Log.Migrated(logger, dialect.Name, script.Name);
        }

        if (!result.Successful)
        {
            throw new InvalidOperationException(
                $"The database could not be migrated: migration {result.ErrorScript?.Name} failed.",
                result.Error
            );
        }
    }

    private string Translate(Migration migration) =>
        Word()
            .Replace(
                migration.Sql,
                match =>
                    dialect.Ddl(match.Groups[1].Value, match.Groups[2].Value)
                    ?? throw new InvalidOperationException($"{migration.Name} uses {match.Value}, which {dialect.Name} does not support.")
            );

    private static IReadOnlyList<Migration> ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"{typeof(Migrator).Namespace}.Migrations.";
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(resource =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                    return new Migration(resource[prefix.Length..^".sql".Length], reader.ReadToEnd());
                }),
        ];
    }

    [GeneratedRegex(@"\{\{(\w+)(?: (\w+))?\}\}")]
    private static partial Regex Word();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Database}: applied migration {Step}")]
        public static partial void Migrated(ILogger logger, string database, string step);
    }
}
