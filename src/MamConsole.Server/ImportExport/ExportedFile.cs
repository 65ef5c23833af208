using MamConsole.PolicyEngine.Import;

namespace MamConsole.Server.ImportExport;

/// <summary>A file to download.</summary>
/// <param name="Name">The file name, in lowercase ASCII letters, digits and hyphens.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Report">The result for each setting; only <see cref="ExportFormat.Intune"/> can lose settings.</param>
public sealed record ExportedFile(string Name, string ContentType, byte[] Content, ImportReport Report);
