namespace MamConsole.PolicyEngine.PolicyFile;

/// <summary>A fault for which a file is rejected.</summary>
/// <param name="Path">The location: a JSON path such as <c>$.document.deviceLock.history</c>, or the steps to an XML element.</param>
/// <param name="Message">The fault as text.</param>
public sealed record FileFault(string Path, string Message);
