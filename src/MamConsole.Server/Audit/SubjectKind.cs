namespace MamConsole.Server.Audit;

/// <summary>Stored by number and by name: never renumber, never rename.</summary>
internal enum SubjectKind
{
    Policy = 1,
    Device = 2,

    /// <summary>A page below <c>/settings</c>; the ID is the last part of its address.</summary>
    Setting = 3,

    /// <summary>The stored history of this server.</summary>
    History = 40,

    /// <summary>A secret that policies reference; only its ID is shown.</summary>
    Secret = 70,
}
