using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>The names of the area's settings.</summary>
internal static class HandoffCatalog
{
    public static readonly SettingTable Settings = new(
        "handoff",
        (
            "discoveryUrl",
            "MDM discovery URL",
            "ManagementServerToUpgradeTo",
            "DMClient/Provider/{ProviderID}/ManagementServerToUpgradeTo",
            "The MDM that Windows offers people to move to."
        ),
        ("wipInMdm", "WIP in the MDM", "", "", "Whether the MDM protects information too, as stated here."),
        ("mdmEnterpriseId", "Enterprise ID in the MDM", "Corporate identity", "", "The first domain that the MDM protects, as stated here.")
    );
}
