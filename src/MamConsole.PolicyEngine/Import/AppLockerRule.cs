namespace MamConsole.PolicyEngine.Import;

/// <summary>A rule of any kind as written in the XML.</summary>
internal sealed record AppLockerRule(string Path, string Element)
{
    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public string Sid { get; init; } = "";

    public string Action { get; init; } = "";

    public List<AppLockerCondition> Conditions { get; } = [];

    public List<AppLockerCondition> Exceptions { get; } = [];
}
