using MamConsole.PolicyEngine.ProgramFiles;

namespace MamConsole.Server.AppInspection;

/// <summary>The result of inspecting a program file: the facts and what they mean for WIP.</summary>
/// <param name="Program">The facts.</param>
/// <param name="Verdict">What this means on PCs without MDM enrollment.</param>
/// <param name="Identity">A row to paste into an app list; null when the file names no product.</param>
internal sealed record CheckedProgram(ProgramFile Program, string Verdict, string? Identity);
