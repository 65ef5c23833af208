namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>A file that is no program, or breaks off, or contradicts itself. The message is for people.</summary>
internal sealed class DamagedProgramException(string message) : Exception(message);
