using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace MamConsole.Server.Secrets;

/// <summary>
/// The rows of secrets. Values are encrypted with the server's own keys before they are written to the database, with a separate purpose
/// for each kind, and decrypted only while a command for a device is created. A row whose keys are lost counts as not stored: the
/// validation rules then require it to be entered again.
/// </summary>
internal sealed partial class SecretStore(Database database, IDataProtectionProvider keys, ILogger<SecretStore> logger)
{
    /// <summary>A secret that was decrypted once can be decrypted again, as long as this process has its keys.</summary>
    private readonly ConcurrentDictionary<Guid, bool> readable = new();

    /// <summary>The stored and readable secrets, with the time at which they were stored.</summary>
    public async Task<KnownSecrets> KnownAsync(CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            c => c.QueryAsync<AgeRow>(new CommandDefinition("SELECT secret_id, kept_at FROM secrets", cancellationToken: ct)),
            ct
        );
        var known = rows.Select(row => (Id: Guid.ParseExact(row.SecretId, "D"), row.KeptAt)).ToArray();
        var unseen = known.Where(row => !readable.ContainsKey(row.Id)).Select(row => row.Id).ToArray();
        if (unseen.Length > 0)
        {
            await RevealAsync(unseen, ct);
        }

        return new KnownSecrets(
            known.Where(row => readable.GetValueOrDefault(row.Id)).ToFrozenDictionary(row => row.Id, row => row.KeptAt)
        );
    }

    /// <summary>The number of stored secrets whose keys are lost.</summary>
    public async Task<int> UnreadableAsync(CancellationToken ct)
    {
        await KnownAsync(ct);
        return readable.Values.Count(can => !can);
    }

    /// <summary>The values of these secrets, as far as they exist and can be decrypted.</summary>
    public async Task<SecretValues> RevealAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return SecretValues.None;
        }

        var rows = await database.ReadAsync(
            c =>
                c.QueryAsync<SealedRow>(
                    new CommandDefinition(
                        $"SELECT secret_id, kind, ciphertext FROM secrets WHERE {database.Dialect.AnyOf("secret_id", "ids")}",
                        new { ids = ids.Select(id => id.ToString("D")).ToArray() },
                        cancellationToken: ct
                    )
                ),
            ct
        );
        var values = new Dictionary<Guid, string>();
        foreach (var row in rows)
        {
            var id = Guid.ParseExact(row.SecretId, "D");
            if (Open(id, (SecretKind)row.Kind, row.Ciphertext) is { } value)
            {
                values[id] = value;
            }
        }

        return new SecretValues(values);
    }

    public Task AddAsync(Transaction transaction, Guid id, SecretKind kind, string value, DateTimeOffset at, string by, Guid byId) =>
        transaction.ExecuteAsync(
            "INSERT INTO secrets (secret_id, kind, ciphertext, kept_at, kept_by, kept_by_id) VALUES (@id, @kind, @ciphertext, @at, "
                + "@by, @byId)",
            new
            {
                id = id.ToString("D"),
                kind = (int)kind,
                ciphertext = Protector(kind).Protect(Encoding.UTF8.GetBytes(value)),
                at,
                by,
                byId,
            }
        );

    /// <summary>
    /// Deletes older secrets that no draft and no version references. Every version can be rolled back to at any time, so its secrets
    /// remain.
    /// </summary>
    /// <returns>The number of deleted secrets.</returns>
    public static Task<int> PruneAsync(Transaction transaction, DateTimeOffset before) =>
        transaction.ExecuteAsync(
            """
            DELETE FROM secrets WHERE kept_at < @before
                AND NOT EXISTS (SELECT 1 FROM policies WHERE policies.draft LIKE '%' || secrets.secret_id || '%')
                AND NOT EXISTS (SELECT 1 FROM policy_versions WHERE policy_versions.document LIKE '%' || secrets.secret_id || '%')
            """,
            new { before }
        );

    private string? Open(Guid id, SecretKind kind, byte[] ciphertext)
    {
        try
        {
            var value = Encoding.UTF8.GetString(Protector(kind).Unprotect(ciphertext));
            readable[id] = true;
            return value;
        }
        catch (CryptographicException)
        {
            // The encryption keys are lost, or the row was changed manually. In both cases it cannot be decrypted any more.
            if (readable.TryAdd(id, false))
            {
                Log.Unreadable(logger, id);
            }

            return null;
        }
    }

    private IDataProtector Protector(SecretKind kind) => keys.CreateProtector("MamConsole.Secrets.v1", kind.ToString());

    private sealed class AgeRow
    {
        public required string SecretId { get; init; }

        public required DateTimeOffset KeptAt { get; init; }
    }

    private sealed class SealedRow
    {
        public required string SecretId { get; init; }

        public required int Kind { get; init; }

        public required byte[] Ciphertext { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "The secret {Secret} cannot be decrypted: its keys are lost. Settings that use it are not sent until it is entered again"
        )]
        public static partial void Unreadable(ILogger logger, Guid secret);
    }
}
