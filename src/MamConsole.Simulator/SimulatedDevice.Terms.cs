using MamConsole.Simulator.Wire;

namespace MamConsole.Simulator;

/// <summary>The terms-of-use page, which Windows shows before it enrolls.</summary>
public sealed partial class SimulatedDevice
{
    /// <summary>
    /// Opens the page and submits one of its buttons. Nothing on the device changes. The HTTP client must not follow redirects, because
    /// their targets are handled by Windows.
    /// </summary>
    /// <param name="termsUrl">The MAM terms-of-use URL of the tenant.</param>
    /// <param name="accept">Whether the terms are accepted or declined.</param>
    /// <param name="cancellation">Cancels the requests.</param>
    public async Task<TermsReport> AnswerTermsAsync(Uri termsUrl, bool accept = true, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(termsUrl);
        return await TokenAsync(cancellation).ConfigureAwait(false) is { } token
            ? await new TermsClient(_http).AnswerAsync(termsUrl, token, accept, cancellation).ConfigureAwait(false)
            : new TermsReport(null, null, "There is no token for the user.");
    }
}
