using MamConsole.PolicyEngine.ProgramFiles;
using MamConsole.Server.Ui;

namespace MamConsole.Server.AppInspection;

/// <summary>Describes the WIP mark of a program.</summary>
internal static class ProgramWords
{
    public static (StatusKind Kind, string Word) Mark(ProgramFile program) =>
        program.Mark switch
        {
            ProgramMark.WipAware => (StatusKind.Ready, "WIP-aware"),
            ProgramMark.Enlightened => (StatusKind.Ready, "Enlightened"),
            _ => (StatusKind.Attention, "Not marked"),
        };

    /// <summary>What the mark means on PCs without MDM enrollment, and the recommended action.</summary>
    public static string Verdict(ProgramFile program)
    {
        var verdict = program.Mark switch
        {
            ProgramMark.WipAware =>
                "The app declares that it has no private data: as a protected app, everything that it writes is protected.",
            ProgramMark.Enlightened =>
                "The app declares that it separates work data from private data: as a protected app, it protects only work data.",
            _ => "On PCs that are not enrolled in MDM, Windows ignores this app in the list of protected apps. "
                + "Request an enlightened version from its vendor, or exempt "
                + "the app and accept that it can disclose work data.",
        };
        var library = program.IsLibrary ? " This is a library: only the mark of the .exe file that people start applies." : "";
        var signature = program.IsSigned ? "" : " It has no signature, so a rule by publisher cannot match it; use a rule by hash.";
        return verdict + library + signature;
    }
}
