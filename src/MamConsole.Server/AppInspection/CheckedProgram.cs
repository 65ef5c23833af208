using MamConsole.PolicyEngine.ProgramFiles;

namespace MamConsole.Server.AppInspection;

/// <summary>What a program file says of itself about work data, in words beside the facts.</summary>
/// <param name="Program">The facts.</param>
/// <param name="Verdict">What follows without enrollment in MDM.</param>
/// <param name="Identity">What can be pasted into an app list; null when the file names no product.</param>
internal sealed record CheckedProgram(ProgramFile Program, string Verdict, string? Identity);
