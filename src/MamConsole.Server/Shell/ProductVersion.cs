using System.Reflection;

namespace MamConsole.Server.Shell;

/// <summary>The version of the running server, as the build took it from the last tag and the commits since.</summary>
/// <param name="Number">By SemVer 2.0 without build metadata, for example 0.1.0-alpha.0.412.</param>
/// <param name="Commit">The first twelve digits of the commit; null where the build knew none, as from a source archive.</param>
internal sealed record ProductVersion(string Number, string? Commit)
{
    private const int CommitDigits = 12;

    public static ProductVersion Current { get; } =
        Parse(typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>Takes an informational version apart: the number, and behind a plus sign the commit.</summary>
    public static ProductVersion Parse(string informational) =>
        informational.Split('+', 2) is [var number, { Length: > 0 } commit]
            ? new ProductVersion(number, commit[..Math.Min(commit.Length, CommitDigits)])
            : new ProductVersion(informational.TrimEnd('+'), null);

    /// <summary>The number, and the commit in parentheses.</summary>
    public override string ToString() => Commit is null ? Number : $"{Number} ({Commit})";
}
