using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MamConsole.DemoTenant;

/// <summary>The invented people of Northwind.</summary>
internal static class TenantPeople
{
    private const string Domain = "northwind.example";

    // No letters or digits that look alike: people type these passwords from a terminal into a browser.
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

    /// <summary>One account for each way of using the console, the one without a role included.</summary>
    public static IReadOnlyList<TenantUser> Staff() =>
        [
            Create("Maja Lindqvist", ["Author", "Publisher"]),
            Create("Ingrid Solberg", ["Owner"]),
            Create("Jonas Weber", ["HelpDesk"]),
            Create("Tomas Novak", ["Auditor"]),
            Create("Pia Lehto", []),
        ];

    /// <summary>
    /// The person of that number, the same name each time; the lengths of the two lists share no factor, so 725 names come before a number
    /// must help.
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
