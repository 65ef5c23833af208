using System.Net.Http.Headers;
using System.Text;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.Protocol.EnrollmentMessages;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>Enrollment requests as text, so that a test can modify any part of one.</summary>
internal static class EnrollmentWire
{
    public const string DeviceId = "5A3D9B1C7E2F4D60A1B2C3D4E5F60718";

    public const string MessageId = "urn:uuid:0d5a1441-5891-453b-becf-a2e5f6ea3749";

    /// <summary>An enrollment request as a MAM device writes it.</summary>
    /// <param name="token">The user's token.</param>
    /// <param name="deviceId">The device's id.</param>
    /// <param name="change">Context items by name with another value; null removes the item.</param>
    public static string Request(string token, string deviceId = DeviceId, params (string Name, string? Value)[] change)
    {
        (string Name, string? Value)[] usual =
        [
            ("MAC", "00-15-5D-01-02-03"),
            ("MAC", "00-15-5D-01-02-03"),
            ("DeviceID", deviceId),
            ("DeviceName", "LAPTOP-7Q2F"),
            ("EnrollmentType", "AppManagement"),
            ("OSVersion", "10.0.22631.3880"),
            ("OSEdition", "48"),
        ];
        var items = usual.Where(u => change.All(c => c.Name != u.Name)).Concat(change).Where(item => item.Value is not null);
        return Encoding.UTF8.GetString(
            EnrollmentRequestWriter.Write(
                new EnrollmentRequest
                {
                    MessageId = MessageId,
                    Token = token,
                    Context = [.. items.Select(item => new ContextItem(item.Name, item.Value!))],
                },
                "https://mam.contoso.example/mam/enroll"
            )
        );
    }

    public static Task<WireAnswer> EnrollAsync(this Journey journey, string request, Action<HttpRequestMessage>? change = null) =>
        Wire.PostAsync(
            journey.Server.Url,
            "/mam/enroll",
            Encoding.UTF8.GetBytes(request),
            change: message =>
            {
                message.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/soap+xml", "utf-8");
                change?.Invoke(message);
            }
        );

    /// <summary>
    /// The subcode and the error type of a fault, as Windows looks for them: <c>s:Authorization</c>, <c>s:Authorization
    /// DeviceCapReached</c>; <c>granted</c> for none.
    /// </summary>
    public static string Verdict(this WireAnswer answer) =>
        EnrollmentResponseReader.Read(answer.Body) switch
        {
            EnrollmentAnswer.Rejected { Subcode.Length: > 0 } rejected => $"{rejected.Subcode} {rejected.ErrorType}".Trim(),
            EnrollmentAnswer.Rejected rejected => $"{Between(answer.Text, "<s:Code><s:Value>", "<")} {rejected.ErrorType}".Trim(),
            _ => "granted",
        };

    /// <summary>The provisioning document of an answer, as text.</summary>
    public static string Document(this WireAnswer answer) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(Between(answer.Text, "secext-1.0.xsd#base64binary\">", "<")));

    /// <summary>The enrollment id in the provisioning document.</summary>
    public static string EnrollmentId(this WireAnswer answer) => Between(answer.Document(), "name=\"EntDMID\" value=\"", "\"");

    public static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{before}' is not in: {text}");
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
