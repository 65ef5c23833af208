using MamConsole.Simulator.Wire;

namespace MamConsole.Simulator;

/// <summary>What Windows shows before it enrolls.</summary>
public sealed partial class SimulatedDevice
{
    /// <summary>
    /// Opens the page and presses one of its buttons; changes nothing on the device. Its HTTP client must not follow redirects: they lead
    /// into Windows.
    /// </summary>
    /// <param name="termsUrl">The MAM terms-of-use URL of the tenant.</param>
    /// <param name="accept">Which button.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<TermsReport> AnswerTermsAsync(Uri termsUrl, bool accept = true, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(termsUrl);
        return await TokenAsync(cancellation).ConfigureAwait(false) is { } token
            ? await new TermsClient(_http).AnswerAsync(termsUrl, token, accept, cancellation).ConfigureAwait(false)
            : new TermsReport(null, null, "There is no token for the user.");
    }
}
