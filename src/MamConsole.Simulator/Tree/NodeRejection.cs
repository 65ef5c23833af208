using MamConsole.Protocol.SyncML;

namespace MamConsole.Simulator.Tree;

/// <summary>A node that a device refuses to change.</summary>
/// <param name="Pattern">A LocURI; <c>*</c> stands for any text.</param>
/// <param name="Code">The status it answers.</param>
/// <param name="OriginalError">The HRESULT beside it.</param>
public sealed record NodeRejection(string Pattern, StatusCode Code, string? OriginalError = null)
{
    internal bool Covers(string path) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Canonical, path, ignoreCase: false);

    private string Canonical => Pattern.StartsWith("./Device/", StringComparison.Ordinal) ? "./" + Pattern["./Device/".Length..] : Pattern;
}
