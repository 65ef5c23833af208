using MamConsole.Server.Audit;

namespace MamConsole.Server.Access;

/// <summary>Converts administrators to actors of the audit trail.</summary>
internal static class AdministratorActor
{
    /// <summary>The administrator as the audit trail records people.</summary>
    public static Actor AsActor(this Administrator who) => new Actor.Person(who.ObjectId, who.Name);
}
