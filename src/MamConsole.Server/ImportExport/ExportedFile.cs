using MamConsole.PolicyEngine.Import;

namespace MamConsole.Server.ImportExport;

/// <summary>A file to download.</summary>
/// <param name="Name">Its name, of plain letters.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Report">Each setting and what became of it; all kept but for <see cref="ExportFormat.Intune"/>.</param>
public sealed record ExportedFile(string Name, string ContentType, byte[] Content, ImportReport Report);
