namespace MamConsole.PolicyEngine.PolicyFile;

/// <summary>Something in a file that keeps it from being read.</summary>
/// <param name="Path">Where: a JSON path such as <c>$.document.deviceLock.history</c>, or the steps to an XML element.</param>
/// <param name="Message">What is wrong there, in words.</param>
public sealed record FileFault(string Path, string Message);
