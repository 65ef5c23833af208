namespace MamConsole.Simulator.Fleet;

/// <summary>Generates fictitious people: the same ones for the same seed.</summary>
/// <param name="seed">The seed of the pseudorandom sequence.</param>
public sealed class PersonGenerator(int seed)
{
    private static readonly string[] Given =
    [
        "Ada",
        "Amir",
        "Bea",
        "Chidi",
        "Dalia",
        "Edda",
        "Farid",
        "Greta",
        "Hana",
        "Ines",
        "Jonas",
        "Kaia",
        "Levi",
        "Mina",
        "Noor",
        "Otto",
        "Petra",
        "Quinn",
        "Rosa",
        "Sami",
        "Tove",
        "Uma",
        "Viktor",
        "Wen",
        "Yara",
        "Zoran",
    ];

    private static readonly string[] Family =
    [
        "Aalto",
        "Bianchi",
        "Castell",
        "Doukas",
        "Eriksen",
        "Fontaine",
        "Garrick",
        "Haddad",
        "Ivanova",
        "Jansen",
        "Kimura",
        "Lindqvist",
        "Moreau",
        "Nyberg",
        "Okafor",
        "Pereira",
        "Quist",
        "Rossi",
        "Sandoval",
        "Thorne",
        "Ueda",
        "Vasile",
        "Winther",
        "Yilmaz",
        "Zeman",
    ];

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Generates the next person.</summary>
    public InventedPerson Next()
    {
        var (given, family) = (Given[_random.Next(Given.Length)], Family[_random.Next(Family.Length)]);
        var plain = $"{given}.{family}".ToLowerInvariant();
        var userName = plain;
        for (var number = 2; !_used.Add(userName); number++)
        {
            userName = plain + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return new InventedPerson($"{given} {family}", userName);
    }
}
