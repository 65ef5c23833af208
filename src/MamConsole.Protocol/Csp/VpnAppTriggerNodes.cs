using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>The app triggers of a connection (<see cref="VPNv2Csp.AppTriggers"/>).</summary>
public sealed class VpnAppTriggerNodes
{
    /// <summary>The placeholder in LocURIs for the row: 0, 1, 2 …</summary>
    public const string RowPlaceholder = "{appTriggerRowId}";

    internal VpnAppTriggerNodes(CspBranch profile)
    {
        List = profile.Node("AppTriggerList", occurs: ZeroOrOne);
        var at = profile.Below($"AppTriggerList/{RowPlaceholder}");
        Row = at.Node("", CspAccess.GetAddDelete, ZeroOrMore);
        App = at.Node("App");
        Id = at.Text("App/Id", occurs: One);
        Type = at.Text("App/Type", CspRange.Of("PackageFamilyName", "FilePath"), access: CspAccess.Get);
    }

    public CspBareNode List { get; }

    public CspBareNode Row { get; }

    public CspBareNode App { get; }

    /// <summary>A package family name, or the path of a program.</summary>
    public CspNode<string> Id { get; }

    /// <summary>The type of <see cref="Id"/>, which Windows detects; read-only.</summary>
    public CspNode<string> Type { get; }
}
