using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using MamConsole.Protocol.EnrollmentMessages;

namespace MamConsole.Simulator.Wire;

/// <summary>
/// Enrolls a device as Windows' enrollment client does for MAM: with one request, without discovery and without a certificate
/// (docs/reference/protocol.md §1.3, §1.4).
/// </summary>
internal sealed class EnrollmentClient(HttpClient http)
{
    /// <summary>The constant MessageID that Windows sends; it does not identify a request.</summary>
    private const string MessageId = "urn:uuid:0d5a1441-5891-453b-becf-a2e5f6ea3749";

    private const long LargestAnswer = 1024 * 1024;
    private const uint ConnectionFailed = 0x80180010;
    private const uint EmptyAnswer = 0x80180029;

    /// <summary>Returns the provisioning document, or the error that Windows would show with its reason.</summary>
    public async Task<(ProvisioningDocument? Document, EnrollmentReport? Failure)> EnrollAsync(
        Uri address,
        DeviceProfile profile,
        string token,
        string? acceptedTerms,
        CancellationToken cancellation
    )
    {
        var request = new EnrollmentRequest
        {
            MessageId = MessageId,
            Token = token,
            Context = Context(profile, acceptedTerms),
        };
        using var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(EnrollmentRequestWriter.Write(request, address.AbsoluteUri)),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(EnrollmentNames.MediaType, "utf-8");
        message.Headers.TryAddWithoutValidation("User-Agent", "ENROLLClient");
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation)
                .ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (response.Headers.TransferEncodingChunked == true)
            {
                return Fails(0x80190000 | (uint)status, "The response is chunked, which Windows' enrollment client does not support.");
            }

            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellation).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return body.Length == 0
                ? Fails(status == 200 ? EmptyAnswer : 0x80190000 | (uint)status, "The response is empty.")
                : Understand(body, status);
        }
        catch (Exception unreachable)
            when (unreachable is HttpRequestException or IOException
                || (unreachable is TaskCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return Fails(ConnectionFailed, unreachable.Message);
        }
    }

    private static (ProvisioningDocument? Document, EnrollmentReport? Failure) Understand(byte[] body, int status)
    {
        try
        {
            return EnrollmentResponseReader.Read(body) switch
            {
                EnrollmentAnswer.Granted granted when status != 200 => Fails(
                    0x80190000 | (uint)status,
                    $"The response contains a provisioning document with HTTP {status}."
                ),
                EnrollmentAnswer.Granted granted when granted.RelatesTo != MessageId => Fails(
                    0x80190000 | (uint)status,
                    "The response relates to another request."
                ),
                EnrollmentAnswer.Granted granted => (granted.Document, null),
                EnrollmentAnswer.Rejected rejected => Fails(rejected.HResult(status), rejected.Reason ?? "Rejected without a reason."),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (EnrollmentFormatException malformed)
        {
            return Fails(0x80190000 | (uint)status, malformed.Message);
        }
    }

    private static (ProvisioningDocument? Document, EnrollmentReport? Failure) Fails(uint hresult, string detail) =>
        (null, new EnrollmentReport(null, string.Create(CultureInfo.InvariantCulture, $"0x{hresult:X8}"), detail));

    /// <summary>Returns the context items in the order of Windows. The MAC address appears twice, as in recorded requests.</summary>
    private static ImmutableArray<ContextItem> Context(DeviceProfile profile, string? acceptedTerms)
    {
        var items = ImmutableArray.CreateBuilder<ContextItem>();
        void AddItem(string name, string value) => items.Add(new ContextItem(name, value));

        AddItem("UXInitiated", "true");
        AddItem("HWDevID", profile.HardwareId);
        AddItem("Locale", profile.Locale);
        AddItem("TargetedUserLoggedIn", "true");
        if (acceptedTerms is not null)
        {
            AddItem("EnrollmentData", acceptedTerms);
        }

        AddItem("OSEdition", ((int)profile.Edition).ToString(CultureInfo.InvariantCulture));
        AddItem("DeviceName", profile.DeviceName);
        AddItem("MAC", profile.MacAddress);
        AddItem("MAC", profile.MacAddress);
        AddItem("DeviceID", profile.DeviceId);
        AddItem("EnrollmentType", "AppManagement");
        AddItem("DeviceType", "CIMClient_Windows");
        AddItem("OSVersion", profile.OsVersion);
        AddItem("ApplicationVersion", profile.OsVersion);
        AddItem("NotInOobe", "true");
        if (profile.Build >= 22000)
        {
            AddItem("Manufacturer", profile.Manufacturer);
            AddItem("DeviceModel", profile.Model);
        }

        return items.ToImmutable();
    }
}
