using System.Reflection;

namespace MamConsole.Server.Shell;

/// <summary>The version of the running server; the build derives it from the last tag and the commits since.</summary>
/// <param name="Number">By SemVer 2.0 without build metadata, for example 0.1.0-alpha.0.412.</param>
/// <param name="Commit">The first twelve digits of the commit; null when it was not available to the build, as from a source
/// archive.</param>
internal sealed record ProductVersion(string Number, string? Commit)
{
    private const int CommitDigits = 12;

    public static ProductVersion Current { get; } =
        Parse(typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>Parses an informational version: the number, and the commit after a plus sign.</summary>
    public static ProductVersion Parse(string informational) =>
        informational.Split('+', 2) is [var number, { Length: > 0 } commit]
            ? new ProductVersion(number, commit[..Math.Min(commit.Length, CommitDigits)])
            : new ProductVersion(informational.TrimEnd('+'), null);

    /// <summary>The number, and the commit in parentheses.</summary>
    public override string ToString() => Commit is null ? Number : $"{Number} ({Commit})";
}
