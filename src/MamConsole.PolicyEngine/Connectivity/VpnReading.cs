using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>The content of a pasted VPNProfile.</summary>
/// <param name="Xml">The document.</param>
/// <param name="Servers">The servers, as written.</param>
/// <param name="Protocol">The protocol, as written; the app's package family name for a plug-in.</param>
/// <param name="EnterpriseId">EdpModeId; null when there is none.</param>
/// <param name="AlwaysOn">Whether it connects automatically.</param>
/// <param name="IsDeviceTunnel">Whether it connects before anyone signs in.</param>
/// <param name="ForcesTunnel">Whether all traffic uses it.</param>
/// <param name="RequiresKey">Whether it has an element for a preshared key.</param>
/// <param name="HasKey">Whether that element contains a key.</param>
/// <param name="BindsMobile">Whether it uses the reserved APNBinding.</param>
/// <param name="Unknown">Paths of elements that Windows' schema does not contain.</param>
internal sealed record VpnReading(
    PastedXml Xml,
    string Servers,
    string Protocol,
    string? EnterpriseId,
    bool AlwaysOn,
    bool IsDeviceTunnel,
    bool ForcesTunnel,
    bool RequiresKey,
    bool HasKey,
    bool BindsMobile,
    ValueList<string> Unknown
);
