namespace MamConsole.Simulator;

/// <summary>The result of the terms-of-use page.</summary>
/// <param name="Blob">The blob to send with the enrollment when the terms were accepted; null otherwise.</param>
/// <param name="Page">The page that was shown; null when there was none.</param>
/// <param name="Detail">The result as text.</param>
public sealed record TermsReport(string? Blob, string? Page, string Detail)
{
    public bool Accepted => Blob is not null;
}
