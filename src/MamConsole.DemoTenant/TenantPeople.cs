using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MamConsole.DemoTenant;

/// <summary>The sample people of Northwind.</summary>
internal static class TenantPeople
{
    private const string Domain = "northwind.example";

    // No characters that look alike, because people copy these passwords from a terminal into a browser.
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly string[] Given =
    [
        "Aino",
        "Bela",
        "Carmen",
        "Dario",
        "Elif",
        "Farid",
        "Greta",
        "Hana",
        "Iker",
        "Jana",
        "Kofi",
        "Linh",
        "Marek",
        "Nadia",
        "Oskar",
        "Priya",
        "Quentin",
        "Rosa",
        "Sven",
        "Tala",
        "Umar",
        "Vera",
        "Wanda",
        "Yusuf",
        "Zoe",
    ];

    private static readonly string[] Family =
    [
        "Almeida",
        "Bergman",
        "Castro",
        "Dvorak",
        "Eriksen",
        "Fischer",
        "Grant",
        "Haddad",
        "Ito",
        "Jensen",
        "Kowalski",
        "Larsen",
        "Moreau",
        "Nair",
        "Okafor",
        "Popescu",
        "Quist",
        "Rossi",
        "Sato",
        "Tran",
        "Ulrich",
        "Vargas",
        "Weiss",
        "Yilmaz",
        "Zeman",
        "Bakker",
        "Costa",
        "Doyle",
        "Egger",
    ];

    /// <summary>Returns one account for each console role, and one without a role.</summary>
    public static IReadOnlyList<TenantUser> Staff() =>
        [
            Create("Maja Lindqvist", ["Author", "Publisher"]),
            Create("Ingrid Solberg", ["Owner"]),
            Create("Jonas Weber", ["HelpDesk"]),
            Create("Tomas Novak", ["Auditor"]),
            Create("Pia Lehto", []),
        ];

    /// <summary>
    /// Returns the person with that number, always with the same name. The lengths of the two name lists have no common factor, so the
    /// first 725 names are distinct; later ones get a number.
    /// </summary>
    public static TenantUser Person(int number)
    {
        var name = $"{Given[number % Given.Length]} {Family[number % Family.Length]}";
        var round = number / (Given.Length * Family.Length);
        return Create(round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {round + 1}"), []);
    }

    private static TenantUser Create(string name, IReadOnlyList<string> roles)
    {
        var userName = new StringBuilder(name.ToLowerInvariant()).Replace(' ', '.').Append('@').Append(Domain).ToString();
        return new TenantUser(Guid.NewGuid(), userName, name, RandomNumberGenerator.GetString(PasswordLetters, 16), roles);
    }
}
