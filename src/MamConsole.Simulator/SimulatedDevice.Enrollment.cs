using System.Security.Cryptography;
using MamConsole.Protocol.EnrollmentMessages;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator.Nodes;
using MamConsole.Simulator.Tree;
using MamConsole.Simulator.Wire;

namespace MamConsole.Simulator;

/// <summary>Enrollment and repeated enrollment.</summary>
public sealed partial class SimulatedDevice
{
    private const string AlreadyEnrolled = "0x8018000A";
    private const string NoUser = "0x80180002";
    private const string DocumentRejected = "0x80180023";

    /// <summary>Adds the work account. Does not check in: the session after enrollment is due at once (<see cref="NextPoll"/>).</summary>
    /// <param name="enrollmentUrl">The MAM discovery URL of the tenant.</param>
    /// <param name="acceptedTerms">The blob that the terms-of-use page returned; null when no page was shown.</param>
    /// <param name="cancellation">Cancels the enrollment.</param>
    public async Task<EnrollmentReport> EnrollAsync(
        Uri enrollmentUrl,
        string? acceptedTerms = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(enrollmentUrl);
        await _oneSession.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await TakePartAsync(enrollmentUrl, acceptedTerms, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _oneSession.Release();
        }
    }

    /// <summary>Deletes the enrollment without notifying the server and enrolls again at the same address.</summary>
    /// <param name="afterReset">Whether Windows was reset: the device has another id, and the written nodes are deleted.</param>
    /// <param name="cancellation">Cancels the enrollment.</param>
    public async Task<EnrollmentReport> ReEnrollAsync(bool afterReset = false, CancellationToken cancellation = default)
    {
        await _oneSession.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (Account is not { } account)
            {
                return new EnrollmentReport(null, null, "The device is not enrolled.");
            }

            CleanUp(
                new SyncReport
                {
                    Outcome = SyncOutcome.Unenrolled,
                    Detail = "Enrolls again.",
                    StartedAt = _time.GetUtcNow(),
                }
            );
            if (afterReset)
            {
                WorkFilesRevoked = false;
                Change(tree => new WindowsTree { Profile = tree.Profile with { DeviceId = RandomNumberGenerator.GetHexString(32) } });
            }

            return await TakePartAsync(account.EnrollmentUrl, null, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _oneSession.Release();
        }
    }

    private async Task<EnrollmentReport> TakePartAsync(Uri address, string? acceptedTerms, CancellationToken cancellation)
    {
        if (IsEnrolled)
        {
            return new EnrollmentReport(null, AlreadyEnrolled, "The device is already enrolled.");
        }

        if (!IsOnline)
        {
            return new EnrollmentReport(null, "0x80180010", "The device has no network.");
        }

        if (await TokenAsync(cancellation).ConfigureAwait(false) is not { } token)
        {
            return new EnrollmentReport(null, NoUser, "There is no token for the user.");
        }

        var (document, failure) = await new EnrollmentClient(_http)
            .EnrollAsync(address, Profile, token, acceptedTerms, cancellation)
            .ConfigureAwait(false);
        return failure ?? SetUp(document!, address);
    }

    /// <summary>
    /// Writes the provisioning document into the tree. The rules of the nodes apply, so a value that a node rejects fails the enrollment.
    /// </summary>
    private EnrollmentReport SetUp(ProvisioningDocument document, Uri enrollmentUrl)
    {
        if (!Uri.TryCreate(document.Address, UriKind.Absolute, out var server) || server.Scheme is not ("https" or "http"))
        {
            return new EnrollmentReport(null, DocumentRejected, $"ADDR '{document.Address}' is not a web address.");
        }

        lock (_stateLock)
        {
            var tree = _tree.Put($"{DMClientNodes.Root}/Provider/{Uri.EscapeDataString(document.ProviderId)}", null);
            foreach (var (leaf, format, value) in Parms(document))
            {
                var answer = tree.Execute(
                    NodeVerb.Add,
                    new SyncItem(Target: DMClientNodes.Leaf(document.ProviderId, leaf), Format: format, Data: value)
                );
                if (!answer.Code.IsSuccess)
                {
                    return new EnrollmentReport(null, DocumentRejected, $"{leaf} does not accept '{value}'.");
                }

                tree = (WindowsTree)answer.Tree;
            }

            _tree = tree;
        }

        (WorkFilesRevoked, _sessions, _scheduled, NextPoll) = (false, 0, 0, _time.GetUtcNow());
        Account = new DeviceAccount(document.ProviderId, document.Name, server, enrollmentUrl, _time.GetUtcNow());
        return new EnrollmentReport(Account, null, $"Enrolled in {document.Name}.");
    }

    private static IEnumerable<(string Leaf, string Format, string Value)> Parms(ProvisioningDocument document)
    {
        var poll = document.Poll ?? new();
        (string, string, string?)[] parms =
        [
            ("UPN", "chr", document.Upn),
            ("EntDMID", "chr", document.EntDMID),
            ("AADResourceID", "chr", document.AadResourceId),
            Number("IntervalForFirstSetOfRetries", poll.IntervalForFirstSetOfRetries),
            Number("NumberOfFirstRetries", poll.NumberOfFirstRetries),
            Number("IntervalForSecondSetOfRetries", poll.IntervalForSecondSetOfRetries),
            Number("NumberOfSecondRetries", poll.NumberOfSecondRetries),
            Number("IntervalForRemainingScheduledRetries", poll.IntervalForRemainingScheduledRetries),
            Number("NumberOfRemainingScheduledRetries", poll.NumberOfRemainingScheduledRetries),
            ("Poll/PollOnLogin", "bool", poll.PollOnLogin is { } atLogin ? (atLogin ? "true" : "false") : null),
        ];
        return parms.Where(parm => parm.Item3 is not null).Select(parm => (parm.Item1, parm.Item2, parm.Item3!));

        static (string, string, string?) Number(string name, int? value) =>
            ("Poll/" + name, "int", value?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
