namespace MamConsole.Server.ImportExport;

/// <summary>The formats in which a policy can be exported.</summary>
public enum ExportFormat
{
    /// <summary>MamConsole's own file format: it contains everything and can be imported again.</summary>
    File,

    /// <summary>A WIP policy in the format of Intune.</summary>
    Intune,

    /// <summary>A readable document.</summary>
    Html,
}
