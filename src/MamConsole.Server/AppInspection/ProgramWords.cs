using MamConsole.PolicyEngine.ProgramFiles;
using MamConsole.Server.Ui;

namespace MamConsole.Server.AppInspection;

/// <summary>A program's mark in words.</summary>
internal static class ProgramWords
{
    public static (StatusKind Kind, string Word) Mark(ProgramFile program) =>
        program.Mark switch
        {
            ProgramMark.WipAware => (StatusKind.Ready, "WIP-aware"),
            ProgramMark.Enlightened => (StatusKind.Ready, "Enlightened"),
            _ => (StatusKind.Attention, "Not marked"),
        };

    /// <summary>What follows without enrollment in MDM, and what to do.</summary>
    public static string Verdict(ProgramFile program)
    {
        var verdict = program.Mark switch
        {
            ProgramMark.WipAware =>
                "It says that it holds no private data: among the work apps, Windows protects everything that it writes.",
            ProgramMark.Enlightened => "It says that it tells work from private data: among the work apps, it protects work data alone.",
            _ => "Windows ignores it among the work apps of PCs that are not enrolled in MDM. Ask its maker for the mark, or exempt "
                + "it and accept that it may let work data out.",
        };
        var library = program.IsLibrary ? " This is a library: what counts is the mark of the .exe that people start." : "";
        var signature = program.IsSigned ? "" : " It carries no signature, so that a row by publisher cannot match it; a row by hash can.";
        return verdict + library + signature;
    }
}
