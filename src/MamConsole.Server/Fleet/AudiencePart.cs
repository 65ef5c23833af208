namespace MamConsole.Server.Fleet;

/// <summary>Which of the PCs that match an assignment are asked for.</summary>
internal enum AudiencePart
{
    /// <summary>Those that get it.</summary>
    Getting,

    /// <summary>Those that match it and get another policy.</summary>
    Elsewhere,
}
