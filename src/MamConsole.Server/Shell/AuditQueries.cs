using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Shell;

/// <summary>
/// Reads the audit trail for administrators. It belongs to this module because the audit module does not depend on roles.
/// </summary>
internal sealed class AuditQueries(AuditStore store)
{
    public async Task<Outcome<AuditPage>> PageAsync(Administrator who, AuditFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        return who.Lacks(Ability.ReadAudit) is { } lacks ? lacks : await store.PageAsync(filter, cancellationToken);
    }
}
