using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>The offer to move to MDM in words.</summary>
internal static class HandoffWords
{
    public const string Area = "MDM handoff";

    public static IEnumerable<Statement> Describe(HandoffSettings s)
    {
        if (Wording.Typed(s.DiscoveryUrl) is { } url)
        {
            yield return ToStatement(
                "discoveryUrl",
                url,
                $"Windows offers to move this PC to the management at {url}; people choose.",
                Wording.Uris(DMClientCsp.ManagementServerToUpgradeTo)
            );
        }

        if (s.WipInMdm is { } wip)
        {
            yield return ToStatement(
                "wipInMdm",
                wip ? "yes" : "no",
                wip ? "The MDM protects information too, as stated here." : "The MDM does not protect information, as stated here.",
                []
            );
        }

        if (Wording.Typed(s.MdmEnterpriseId) is { } id)
        {
            yield return ToStatement("mdmEnterpriseId", id, $"The MDM's first domain is {id}, as stated here.", []);
        }
    }

    private static Statement ToStatement(string field, string value, string sentence, ValueList<string> nodes) =>
        new($"handoff.{field}", Area, HandoffCatalog.Settings.LabelOf(field), value, sentence, [], nodes);
}
