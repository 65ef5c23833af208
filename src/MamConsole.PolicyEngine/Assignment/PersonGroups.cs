namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The groups of a person at the time of the last read.</summary>
/// <param name="Ids">The object ids, each in the form of <see cref="Canonical"/>, separated by spaces: searched at each check-in of a
/// device, so the text is never split.</param>
/// <param name="ReadAt">The time of the last read; null = never, so that the person is a member of none.</param>
public sealed record PersonGroups(string Ids, DateTimeOffset? ReadAt)
{
    /// <summary>The groups of a person that have not been read yet.</summary>
    public static readonly PersonGroups NeverRead = new("", null);

    public static PersonGroups Of(DateTimeOffset readAt, params IEnumerable<Guid> ids) =>
        new(string.Join(' ', ids.Select(Canonical)), readAt);

    /// <summary>Whether the person is a member.</summary>
    /// <param name="id">The group's id in the form of <see cref="Canonical"/>: all ids have the same length, so a match cannot span two
    /// ids.</param>
    public bool Contains(string id) => Ids.Contains(id, StringComparison.Ordinal);

    /// <summary>Returns the form in which ids are compared.</summary>
    public static string Canonical(Guid id) => id.ToString("D");
}
