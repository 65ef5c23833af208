using System.Net;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>A response to the web view of Windows.</summary>
internal sealed record PageAnswer(int Status, string Text, string? Location, HttpResponseMessage Response)
{
    public override string ToString() => $"{Status} {Location} {Text}";

    /// <summary>The protected state field of the form.</summary>
    public string State => WebUtility.HtmlDecode(EnrollmentWire.Between(Text, "name=\"state\" value=\"", "\""));

    /// <summary>The OpaqueBlob of the redirect address.</summary>
    public string Blob => Uri.UnescapeDataString(EnrollmentWire.Between(Location + "&", "OpaqueBlob=", "&"));

    public string Policy => Response.Headers.TryGetValues("Content-Security-Policy", out var values) ? Assert.Single(values) : "";

    public static async Task<PageAnswer> ReadAsync(HttpResponseMessage response)
    {
        Assert.NotNull(response.Content.Headers.ContentLength);
        return new PageAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Location?.OriginalString,
            response
        );
    }
}
