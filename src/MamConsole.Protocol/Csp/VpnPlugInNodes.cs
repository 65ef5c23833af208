using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>The third-party plug-in of a connection (<see cref="VPNv2Csp.PlugIn"/>).</summary>
public sealed class VpnPlugInNodes(CspBranch profile)
{
    public CspBareNode PlugIn { get; } = profile.Node("PluginProfile", CspAccess.GetAdd, ZeroOrOne);

    /// <summary>The servers, separated by <c>;</c>.</summary>
    public CspNode<string> ServerUrlList { get; } = profile.Text("PluginProfile/ServerUrlList", CspRange.ListBy(";"), occurs: One);

    /// <summary>The XML configuration of the plug-in. Secret, because only its vendor defines the content.</summary>
    public CspNode<string> CustomConfiguration { get; } = profile.Text("PluginProfile/CustomConfiguration", occurs: One, secret: true);

    /// <summary>The package family name of the plug-in's app.</summary>
    public CspNode<string> PackageFamilyName { get; } = profile.Text("PluginProfile/PluginPackageFamilyName", occurs: One);
}
