using System.Reflection;
using System.Text.RegularExpressions;
using DbUp.Engine;

namespace MamConsole.Server.Storage;

/// <summary>
/// Brings the database to this program's shape: the numbered scripts of <c>Storage/Migrations</c>, each once, in order, each in a
/// transaction. One text serves both databases; the few words that differ stand in double braces.
/// </summary>
internal sealed partial class Migrator(Dialect dialect, ILogger<Migrator> logger)
{
    private static readonly Lazy<IReadOnlyList<Migration>> Embedded = new(ReadEmbedded);

    /// <summary>All steps of this program, in order.</summary>
    public static IReadOnlyList<Migration> All => Embedded.Value;

    /// <exception cref="InvalidOperationException">The database is newer than this program, or a step failed; the database stands at the
    /// last step that succeeded.</exception>
    public void Migrate() => Migrate(All);

    /// <summary>The same with other steps, for tests of older databases.</summary>
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
                $"The database was changed by a newer MamConsole (step {unknown} is unknown here). Start that version, or restore "
                    + "a backup from before it."
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
                $"The database could not be brought up to date: step {result.ErrorScript?.Name} failed.",
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
                    ?? throw new InvalidOperationException($"{migration.Name} uses {match.Value}, which {dialect.Name} does not know.")
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
        [LoggerMessage(1, LogLevel.Information, "{Database}: migrated by step {Step}")]
        public static partial void Migrated(ILogger logger, string database, string step);
    }
}
