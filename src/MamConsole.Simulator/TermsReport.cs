namespace MamConsole.Simulator;

/// <summary>What became of the terms of use.</summary>
/// <param name="Blob">What an enrollment brings along when they were accepted; null otherwise.</param>
/// <param name="Page">The page that was shown; null when there was none.</param>
/// <param name="Detail">In words.</param>
public sealed record TermsReport(string? Blob, string? Page, string Detail)
{
    public bool Accepted => Blob is not null;
}
