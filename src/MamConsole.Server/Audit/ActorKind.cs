namespace MamConsole.Server.Audit;

/// <summary>Stored by number: never renumber.</summary>
internal enum ActorKind
{
    Person = 1,
    Device = 2,
    Job = 3,
}
