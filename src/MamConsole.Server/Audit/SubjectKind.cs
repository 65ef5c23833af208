namespace MamConsole.Server.Audit;

/// <summary>Stored by number and by name: never renumber, never rename.</summary>
internal enum SubjectKind
{
    Policy = 1,
    Device = 2,

    /// <summary>A page below <c>/settings</c>; the id is its address there.</summary>
    Setting = 3,

    /// <summary>What this server keeps of the past.</summary>
    History = 40,

    /// <summary>A secret that policies name; the id is all there is to see of it.</summary>
    Secret = 70,
}
