using MamConsole.Protocol.SyncML;

namespace MamConsole.Simulator.Tree;

/// <summary>A pattern of nodes that a device rejects changes of.</summary>
/// <param name="Pattern">A LocURI; <c>*</c> matches any text.</param>
/// <param name="Code">The status of a rejected command.</param>
/// <param name="OriginalError">The HRESULT in the status; null for none.</param>
public sealed record NodeRejection(string Pattern, StatusCode Code, string? OriginalError = null)
{
    internal bool Covers(string path) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Canonical, path, ignoreCase: false);

    private string Canonical => Pattern.StartsWith("./Device/", StringComparison.Ordinal) ? "./" + Pattern["./Device/".Length..] : Pattern;
}
