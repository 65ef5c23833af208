using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Nodes;

/// <summary>
/// The catalogue as a gate (docs/reference/abuse-cases.md PB-06): twice, because a version is compiled once and sent for years. What a
/// compiler writes is judged with its
/// value; what is sent is judged again by address and verb, whoever asks for it.
/// </summary>
internal static class CspAllowList
{
    /// <summary>The node, which the catalogue knows, with a value that Windows takes.</summary>
    /// <exception cref="InvalidOperationException">It is not: a bug in a compiler, or a rule that lets too much through.</exception>
    public static CompiledNode Checked(CompiledNode node)
    {
        var rejection = CspGuard.Reject(VerbFor(node), node.LocUri);
        if (rejection is null)
        {
            var known = CspCatalogue.NodeAt(node.LocUri).Node!;
            rejection = CspGuard.RejectValue(known, node.Format, node.Value);
            if (rejection is null && node.MinimumBuild < known.MinimumBuild)
            {
                rejection = new(CspRejectionKind.Unknown, $"{known.Uri} is not in Windows before build {known.MinimumBuild}.");
            }
        }

        return rejection is null ? node : throw new InvalidOperationException($"The compiled policy must not be sent: {rejection.Words}");
    }

    /// <summary>Whether a command may go to a device.</summary>
    public static bool Allows(SyncCommand command) => RejectionOf(command) is null;

    /// <summary>The command, which may go to a device.</summary>
    /// <exception cref="InvalidOperationException">It may not: a bug in whoever asks for it.</exception>
    public static SyncCommand Checked(SyncCommand command) =>
        RejectionOf(command) is { } rejection
            ? throw new InvalidOperationException($"The command must not be sent: {rejection.Words}")
            : command;

    private static CspRejection? RejectionOf(SyncCommand command)
    {
        var verb = command switch
        {
            SyncCommand.Get => CspAccess.Get,
            SyncCommand.Add => CspAccess.Add,
            SyncCommand.Replace => CspAccess.Replace,
            SyncCommand.Delete => CspAccess.Delete,
            SyncCommand.Exec => CspAccess.Exec,
            _ => throw new InvalidOperationException($"A {command.Name} names no node."),
        };
        foreach (var item in command.Parts().Items)
        {
            if (CspGuard.Reject(verb, item.Target ?? "") is { } rejection)
            {
                return rejection;
            }
        }

        return null;
    }

    /// <summary>How a version's node gets to a device: a run, or a write by the verb that the node has.</summary>
    private static CspAccess VerbFor(CompiledNode node) =>
        node.Format == CspFormat.Null ? CspAccess.Exec
        : CspCatalogue.NodeAt(node.LocUri).Node is { } known && !known.Access.HasFlag(CspAccess.Replace) ? CspAccess.Add
        : CspAccess.Replace;
}
