using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>
/// Compiles the EnterpriseDataProtection nodes: flags, then IDs, then the mode (docs/reference/wip-authoring.md §1), and a timer of
/// DMClient.
/// </summary>
internal static class InformationProtectionCompiler
{
    public static IEnumerable<CompiledNode> Compile(InformationProtectionRules? rules, CompilerOptions options)
    {
        if (rules is null)
        {
            yield break;
        }

        if (rules.RecoveryCertificates.Count > 0)
        {
            var blob = EfsRecoveryBlob.Build([
                .. rules.RecoveryCertificates.Select(c => new ReadOnlyMemory<byte>(Convert.FromBase64String(c.Der))),
            ]);
            yield return CompiledNode.Of(
                EnterpriseDataProtectionCsp.DataRecoveryCertificate,
                Convert.ToBase64String(blob),
                NodeStage.Flags
            );
        }

        (CspNode<int> Node, bool? Value)[] flags =
        [
            (EnterpriseDataProtectionCsp.AllowAzureRMSForEDP, rules.AzureRms),
            (EnterpriseDataProtectionCsp.RevokeOnUnenroll, rules.RevokeOnUnenroll),
            (EnterpriseDataProtectionCsp.RevokeOnMDMHandoff, rules.RevokeOnMdmHandoff),
            (EnterpriseDataProtectionCsp.EDPShowIcons, rules.ShowIcons),
        ];
        foreach (var (node, value) in flags)
        {
            if (value is { } known)
            {
                yield return CompiledNode.Of(node, known ? 1 : 0, NodeStage.Flags);
            }
        }

        if (rules.RmsTemplate is { } template)
        {
            yield return CompiledNode.Of(
                EnterpriseDataProtectionCsp.RMSTemplateIDForEDP,
                template.ToString(options.BracedRmsTemplate ? "B" : "D"),
                NodeStage.Flags
            );
        }

        if (rules.SmbExtensions.Count > 0)
        {
            var items = rules.SmbExtensions.Select(e => options.DottedSmbExtensions ? $".{e}" : e.Value);
            yield return CompiledNode.Of(
                EnterpriseDataProtectionCsp.SMBAutoEncryptedFileExtensions,
                string.Join(';', items),
                NodeStage.Flags
            );
        }

        if (rules.EnterpriseIds.Count > 0)
        {
            yield return CompiledNode.Of(
                EnterpriseDataProtectionCsp.EnterpriseProtectedDomainNames,
                string.Join('|', rules.EnterpriseIds.Select(id => id.Value)),
                NodeStage.Ids
            );
        }

        if (rules.Mode is { } mode)
        {
            yield return CompiledNode.Of(EnterpriseDataProtectionCsp.EDPEnforcementLevel, (int)mode, NodeStage.Mode);
        }

        if (rules.LostContactDays is { } days)
        {
            // The timer is not a prerequisite of the mode, because Windows before 1709 does not have it.
            yield return CompiledNode.Of(DMClientCsp.NumberOfDaysAfterLostContactToUnenroll, days, NodeStage.Polling);
        }
    }
}
