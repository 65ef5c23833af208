namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The groups of a person as they were last read.</summary>
/// <param name="Ids">Their object ids, each in the form of <see cref="Canonical"/>, separated by blanks: asked with each call of a device,
/// so never taken apart.</param>
/// <param name="ReadAt">When they were read; null = never, so that the person counts as a member of none.</param>
public sealed record PersonGroups(string Ids, DateTimeOffset? ReadAt)
{
    /// <summary>Nobody asked yet.</summary>
    public static readonly PersonGroups NeverRead = new("", null);

    public static PersonGroups Of(DateTimeOffset readAt, params IEnumerable<Guid> ids) =>
        new(string.Join(' ', ids.Select(Canonical)), readAt);

    /// <summary>Whether the person is a member.</summary>
    /// <param name="id">The group's id as <see cref="Canonical"/> writes it: as long as each of the others, so it can stand nowhere across
    /// two.</param>
    public bool Contains(string id) => Ids.Contains(id, StringComparison.Ordinal);

    /// <summary>How ids are written wherever they are compared.</summary>
    public static string Canonical(Guid id) => id.ToString("D");
}
