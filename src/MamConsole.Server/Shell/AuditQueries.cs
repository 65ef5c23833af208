using MamConsole.Server.Access;
using MamConsole.Server.Audit;

namespace MamConsole.Server.Shell;

/// <summary>The audit trail for people. It stands here because the trail's own room knows nobody's rights.</summary>
internal sealed class AuditQueries(AuditStore store)
{
    public async Task<Outcome<AuditPage>> PageAsync(Administrator who, AuditFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        return who.Lacks(Ability.ReadAudit) is { } lacks ? lacks : await store.PageAsync(filter, cancellationToken);
    }
}
