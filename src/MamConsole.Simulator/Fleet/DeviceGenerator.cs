namespace MamConsole.Simulator.Fleet;

/// <summary>Generates devices: the same ones for the same seed. Manufacturers and models are fictitious.</summary>
/// <param name="seed">The seed of the pseudorandom sequence.</param>
public sealed class DeviceGenerator(int seed)
{
    private const string NameLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly (string Maker, string[] Models)[] Manufacturers =
    [
        ("Halden Computing", ["Notebook 14", "Notebook 16 Plus", "Tower M2"]),
        ("Tern & Wake", ["Skerry 13", "Skerry 15 G3"]),
        ("Larkspur", ["Leaf 13", "Leaf 15 Fold", "Desk 700"]),
        ("Oriel Systems", ["Oriel 520", "Oriel 740 2-in-1"]),
        ("Brenta", ["Aria 14", "Aria Studio"]),
    ];

    /// <summary>The builds and their shares in a mixed fleet of personal PCs in the years after the deprecation of WIP.</summary>
    private static readonly (int Build, int Revision, int Share)[] Builds =
    [
        (19045, 4529, 15),
        (22621, 3737, 10),
        (22631, 3880, 50),
        (26100, 1150, 25),
    ];

    private static readonly (WindowsEdition Edition, int Share)[] Editions =
    [
        (WindowsEdition.Home, 25),
        (WindowsEdition.HomeSingleLanguage, 5),
        (WindowsEdition.Pro, 55),
        (WindowsEdition.Enterprise, 8),
        (WindowsEdition.Education, 7),
    ];

    private static readonly string[] Locales = ["en-US", "en-US", "en-US", "en-GB", "de-DE", "fr-FR", "nb-NO"];

    private readonly Random _random = new(seed);

    /// <summary>Generates the next device.</summary>
    public DeviceProfile Next()
    {
        var (maker, models) = Manufacturers[_random.Next(Manufacturers.Length)];
        var model = models[_random.Next(models.Length)];
        var (build, revision, _) = Pick(Builds, entry => entry.Share);
        var edition = Pick(Editions, entry => entry.Share).Edition;
        var desktop = model.StartsWith("Tower", StringComparison.Ordinal) || model.StartsWith("Desk", StringComparison.Ordinal);
        return new DeviceProfile
        {
            DeviceId = Hex(32),
            DeviceName = (desktop ? "DESKTOP-" : "LAPTOP-") + new string(_random.GetItems<char>(NameLetters, 7)),
            Manufacturer = maker,
            Model = model,
            Edition = edition,
            Build = build,
            Revision = revision,
            Locale = Locales[_random.Next(Locales.Length)],
            MacAddress = string.Join('-', Hex(12).Chunk(2).Select(pair => new string(pair))),
            TenantDeviceId = Guid.ParseExact(Hex(32), "N"),
            Health = Health(edition, build),
        };
    }

    /// <summary>Generates mostly good values, with enough bad ones that reports have something to show.</summary>
    private DeviceHealth Health(WindowsEdition edition, int build)
    {
        var home = edition is WindowsEdition.Home or WindowsEdition.HomeSingleLanguage;
        var windows11 = build >= 22000;
        return new DeviceHealth
        {
            Encrypted = !Happens(home ? 35 : 8),
            SecureBoot = !windows11 && Happens(15) ? 2 : 1,
            Antivirus = Happens(4) ? 1 : 0,
            AntivirusSignatures = Happens(6) ? 0 : 1,
            Firewall = Happens(4) ? 1 : 0,
            Tpm =
                windows11 || !Happens(20) ? "2.0, 0, 1.59"
                : Happens(50) ? "1.2, 2, 3"
                : null,
            VirtualizationBasedSecurity = windows11 && !home ? 0 : 4,
            SMode = home && Happens(5),
        };
    }

    private bool Happens(int percent) => _random.Next(100) < percent;

    private string Hex(int digits) => _random.GetHexString(digits);

    private T Pick<T>(T[] entries, Func<T, int> share)
    {
        var point = _random.Next(entries.Sum(share));
        return entries.First(entry => (point -= share(entry)) < 0);
    }
}
