using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>What the compiler must know of this server; its hash is kept with every version.</summary>
/// <param name="ProviderId">The PROVIDER-ID of the devices' enrollments: it stands in DMClient's LocURIs.</param>
/// <param name="TenantId">The Entra tenant: it stands in PassportForWork's LocURIs.</param>
public sealed record CompilerOptions(string ProviderId, Guid TenantId)
{
    /// <summary>Whether RMSTemplateIDForEDP is written with braces (wip-authoring.md §7: MAM guide says so, unverified).</summary>
    public bool BracedRmsTemplate { get; init; } = true;

    /// <summary>Whether SMB file extensions are written with a leading dot (wip-authoring.md §7: unverified).</summary>
    public bool DottedSmbExtensions { get; init; }
}

/// <summary>Turns a valid policy into nodes. Only fans out (docs/follow-a-policy.md, hop 4).</summary>
public static class PolicyCompiler
{
    /// <exception cref="InvalidOperationException">Two areas wrote one node: a bug in the compilers.</exception>
    public static CompiledPolicy Compile(Valid<Policy> policy, CompilerOptions options)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(options);

        var nodes = new List<CompiledNode>();
        nodes.AddRange(DeviceLockCompiler.Compile(policy.Value.DeviceLock));

        var twice = nodes.GroupBy(n => n.LocUri, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? new CompiledPolicy(nodes.OrderBy(n => n.Stage).ToValueList())
            : throw new InvalidOperationException($"Two values for {twice.Key}.");
    }
}
