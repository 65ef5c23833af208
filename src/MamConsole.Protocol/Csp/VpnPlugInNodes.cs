using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>A plug-in of another maker (<see cref="VPNv2Csp.PlugIn"/>).</summary>
public sealed class VpnPlugInNodes(CspBranch profile)
{
    public CspBareNode PlugIn { get; } = profile.Node("PluginProfile", CspAccess.GetAdd, ZeroOrOne);

    /// <summary>Servers parted by <c>;</c>.</summary>
    public CspNode<string> ServerUrlList { get; } = profile.Text("PluginProfile/ServerUrlList", CspRange.ListBy(";"), occurs: One);

    /// <summary>XML of the plug-in's own; secret, because nobody but its maker knows what stands in it.</summary>
    public CspNode<string> CustomConfiguration { get; } = profile.Text("PluginProfile/CustomConfiguration", occurs: One, secret: true);

    /// <summary>The plug-in's app.</summary>
    public CspNode<string> PackageFamilyName { get; } = profile.Text("PluginProfile/PluginPackageFamilyName", occurs: One);
}
