namespace MamConsole.DemoTenant;

/// <summary>The sample groups of Northwind.</summary>
internal static class TenantGroups
{
    /// <summary>Each group with the rule that selects its members by their numbers.</summary>
    private static readonly (string Name, Func<int, bool> Has)[] All =
    [
        ("All staff", _ => true),
        ("Contractors", number => number % 7 == 6),
        ("Finance", number => number < 3),
        ("IT", number => number % 11 == 4),
        ("Sales", number => number > 0 && number % 5 == 0),
        ("Sales, Nordics", number => number % 10 == 5),
        ("Warehouse", number => number % 6 == 5),
    ];

    /// <summary>Returns the stored groups and the groups that the file does not contain yet.</summary>
    public static IReadOnlyList<StoredGroup> Complete(IReadOnlyList<StoredGroup> stored) =>
        [.. All.Select(group => stored.FirstOrDefault(k => k.DisplayName == group.Name) ?? new StoredGroup(Guid.NewGuid(), group.Name))];

    /// <summary>Returns the groups with their members.</summary>
    public static IReadOnlyList<TenantGroup> Fill(IReadOnlyList<StoredGroup> stored, IReadOnlyList<TenantUser> people) =>
        [
            .. stored.Select(k =>
            {
                var group = new TenantGroup(k.Id, k.DisplayName);
                var has = All.First(a => a.Name == k.DisplayName).Has;
                foreach (var (number, person) in people.Index().Where(p => has(p.Index)))
                {
                    group.Add(person);
                }

                return group;
            }),
        ];
}
