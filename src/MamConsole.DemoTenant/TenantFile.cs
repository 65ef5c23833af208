using System.Security.Cryptography;
using System.Text.Json;

namespace MamConsole.DemoTenant;

/// <summary>The data that a tenant stores across restarts: ids, secrets, people and the signing key.</summary>
internal sealed record TenantFile
{
    private const string FileName = "tenant.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required Guid TenantId { get; init; }

    public required Guid ConsoleClientId { get; init; }

    public required string ConsoleClientSecret { get; init; }

    public required Guid MamClientId { get; init; }

    public required string AppIdUri { get; init; }

    /// <summary>The private key: PKCS #8, PEM.</summary>
    public required string SigningKey { get; init; }

    public required IReadOnlyList<TenantUser> Staff { get; init; }

    public required IReadOnlyList<TenantUser> People { get; init; }

    /// <summary>The groups; empty in files that were written before groups existed.</summary>
    public IReadOnlyList<StoredGroup> Groups { get; init; } = [];

    /// <summary>Reads the stored tenant or creates one, with at least <see cref="DemoTenantOptions.People"/> people.</summary>
    public static TenantFile Open(DemoTenantOptions options)
    {
        var path = options.DataFolder is { } folder ? Path.Combine(folder, FileName) : null;
        var stored = path is not null && File.Exists(path) ? JsonSerializer.Deserialize<TenantFile>(File.ReadAllBytes(path), Format) : null;
        var file = stored ?? Create(options);
        for (var number = file.People.Count; number < options.People; number++)
        {
            file = file with { People = [.. file.People, TenantPeople.Person(number)] };
        }

        var groups = TenantGroups.Complete(file.Groups);
        file = groups.SequenceEqual(file.Groups) ? file : file with { Groups = groups };
        if (path is not null && file != stored)
        {
            file.Write(path);
        }

        return file;
    }

    private static TenantFile Create(DemoTenantOptions options) =>
        new()
        {
            TenantId = Guid.NewGuid(),
            ConsoleClientId = Guid.NewGuid(),
            ConsoleClientSecret = RandomNumberGenerator.GetHexString(40, lowercase: true),
            MamClientId = Guid.NewGuid(),
            AppIdUri = options.AppIdUri,
            SigningKey = options.SigningKey ?? NewSigningKey(),
            Staff = TenantPeople.Staff(),
            People = [],
        };

    private static string NewSigningKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, this, Format);
    }
}
