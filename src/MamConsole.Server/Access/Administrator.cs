using System.Collections.Frozen;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Access;

/// <summary>The administrator or application that makes a request.</summary>
/// <param name="ObjectId">The <c>oid</c> claim.</param>
/// <param name="Name">For display and the audit trail.</param>
/// <param name="Roles">From the <c>roles</c> claim; unknown values are dropped.</param>
/// <param name="AppOnly">Whether the token was issued to an application without a user: it may read, but never change anything
/// (docs/reference/contract.md §3).</param>
public sealed record Administrator(Guid ObjectId, string Name, FrozenSet<AppRole> Roles, bool AppOnly = false)
{
    /// <summary>
    /// Author edits; Publisher and Owner publish and roll back; HelpDesk, Publisher and Owner queue device actions; HelpDesk and Owner
    /// block and remove devices; Owner changes settings; every role except HelpDesk comments on versions; every role reads.
    /// </summary>
    public bool Can(Ability ability) =>
        Roles.Count > 0
        && ability switch
        {
            Ability.EditPolicies => !AppOnly && Roles.Contains(AppRole.Author),
            Ability.PublishPolicies => !AppOnly && (Roles.Contains(AppRole.Publisher) || Roles.Contains(AppRole.Owner)),
            Ability.OperateDevices => !AppOnly
                && (Roles.Contains(AppRole.HelpDesk) || Roles.Contains(AppRole.Publisher) || Roles.Contains(AppRole.Owner)),
            Ability.RemoveDevices => !AppOnly && (Roles.Contains(AppRole.HelpDesk) || Roles.Contains(AppRole.Owner)),
            Ability.ManageSettings => !AppOnly && Roles.Contains(AppRole.Owner),
            Ability.CommentOnVersions => !AppOnly && Roles.Any(role => role != AppRole.HelpDesk),
            Ability.ReadPolicies or Ability.ReadDevices or Ability.ReadAudit => true,
            _ => false,
        };

    /// <summary>Null when the ability is present; otherwise the problem to return.</summary>
    public Problem? Lacks(Ability ability) => Can(ability) ? null : new NotAllowed(ability);
}
