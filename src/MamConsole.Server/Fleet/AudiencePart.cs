namespace MamConsole.Server.Fleet;

/// <summary>Selects some of the PCs that match an assignment.</summary>
internal enum AudiencePart
{
    /// <summary>The PCs that get the policy of the assignment.</summary>
    Getting,

    /// <summary>The PCs that match the assignment and get another policy.</summary>
    Elsewhere,
}
