namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>A file that is not a program, is truncated or inconsistent. The message is shown to people.</summary>
internal sealed class DamagedProgramException(string message) : Exception(message);
