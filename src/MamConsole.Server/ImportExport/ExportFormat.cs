namespace MamConsole.Server.ImportExport;

/// <summary>The forms in which a policy leaves.</summary>
public enum ExportFormat
{
    /// <summary>MamConsole's own file: everything, and import reads it back.</summary>
    File,

    /// <summary>A WIP policy as Intune has it.</summary>
    Intune,

    /// <summary>A document for people.</summary>
    Html,
}
