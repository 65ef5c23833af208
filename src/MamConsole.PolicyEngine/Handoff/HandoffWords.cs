using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>Describes the MDM handoff as statements.</summary>
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
                $"Windows offers to hand this PC over to the MDM at {url}; people choose.",
                Wording.Uris(DMClientCsp.ManagementServerToUpgradeTo)
            );
        }

        if (s.WipInMdm is { } wip)
        {
            yield return ToStatement(
                "wipInMdm",
                wip ? "yes" : "no",
                wip ? "The MDM uses WIP too, as stated by an administrator." : "The MDM does not use WIP, as stated by an administrator.",
                []
            );
        }

        if (Wording.Typed(s.MdmEnterpriseId) is { } id)
        {
            yield return ToStatement("mdmEnterpriseId", id, $"The MDM's primary domain is {id}, as stated by an administrator.", []);
        }
    }

    private static Statement ToStatement(string field, string value, string sentence, ValueList<string> nodes) =>
        new($"handoff.{field}", Area, HandoffCatalog.Settings.LabelOf(field), value, sentence, [], nodes);
}
