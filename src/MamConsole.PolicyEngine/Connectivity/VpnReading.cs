using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>What a pasted VPNProfile says.</summary>
/// <param name="Xml">The document.</param>
/// <param name="Servers">As written.</param>
/// <param name="Protocol">As written; the app's package family name for a plug-in.</param>
/// <param name="EnterpriseId">EdpModeId; null when there is none.</param>
/// <param name="AlwaysOn">Whether it connects by itself.</param>
/// <param name="IsDeviceTunnel">Whether it connects before anybody signs in.</param>
/// <param name="ForcesTunnel">Whether all traffic takes it.</param>
/// <param name="RequiresKey">Whether it has a place for a shared key.</param>
/// <param name="HasKey">Whether a key stands there.</param>
/// <param name="BindsMobile">Whether it uses the reserved APNBinding.</param>
/// <param name="Unknown">Paths of elements that Windows' schema does not know.</param>
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
