using MamConsole.Server.Audit;

namespace MamConsole.Server.Access;

/// <summary>People in the audit trail.</summary>
internal static class AdministratorActor
{
    /// <summary>The person as the trail names people.</summary>
    public static Actor AsActor(this Administrator who) => new Actor.Person(who.ObjectId, who.Name);
}
