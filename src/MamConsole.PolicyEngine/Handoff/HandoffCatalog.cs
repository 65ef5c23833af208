using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>The labels of the area's settings.</summary>
internal static class HandoffCatalog
{
    public static readonly SettingTable Settings = new(
        "handoff",
        (
            "discoveryUrl",
            "MDM discovery URL",
            "ManagementServerToUpgradeTo",
            "DMClient/Provider/{ProviderID}/ManagementServerToUpgradeTo",
            "The MDM to which Windows offers to hand over the PC."
        ),
        ("wipInMdm", "WIP in the MDM", "", "", "Whether the MDM uses WIP too, as stated by an administrator."),
        (
            "mdmEnterpriseId",
            "Enterprise ID in the MDM",
            "Corporate identity",
            "",
            "The primary domain of the MDM, as stated by an administrator."
        )
    );
}
