using static MamConsole.Protocol.EnrollmentMessages.EnrollmentNames;

namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// Reads the server's response as Windows does: by exact, case-sensitive paths in the namespaces of SOAP 1.2 (docs/reference/protocol.md
/// §1.4, §1.6).
/// </summary>
public sealed class EnrollmentResponseReader
{
    private const string Response =
        "/s:Envelope/s:Body/t:RequestSecurityTokenResponseCollection/t:RequestSecurityTokenResponse"
        + "/t:RequestedSecurityToken/o:BinarySecurityToken";

    private const string RelatesTo = "/s:Envelope/s:Header/a:RelatesTo";
    private const string Fault = "/s:Envelope/s:Body/s:Fault";
    private const string Subcode = Fault + "/s:Code/s:Subcode";
    private const string Detail = Fault + "/s:Detail/e:DeviceEnrollmentServiceError";

    private readonly WireReader xml;
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private bool fault;

    private EnrollmentResponseReader(WireReader xml) => this.xml = xml;

    /// <summary>Reads one response.</summary>
    /// <exception cref="EnrollmentFormatException">
    /// The document is neither a response nor a fault that Windows would recognize, or its provisioning document is invalid.
    /// </exception>
    public static EnrollmentAnswer Read(ReadOnlyMemory<byte> utf8, WireLimits? limits = null)
    {
        using var xml = WireReader.Open(utf8, limits ?? WireLimits.Default, Reject);
        return new EnrollmentResponseReader(xml).Answer();
    }

    private static EnrollmentFormatException Reject(string reason) => new(EnrollmentFault.MessageFormat, reason);

    private EnrollmentAnswer Answer()
    {
        Element("");
        xml.End();
        if (fault)
        {
            return new EnrollmentAnswer.Rejected(
                texts.GetValueOrDefault(Subcode + "/s:Value"),
                texts.GetValueOrDefault(Detail + "/e:ErrorType"),
                texts.GetValueOrDefault(Fault + "/s:Reason/s:Text"),
                texts.GetValueOrDefault(Detail + "/e:TraceId")
            );
        }

        // Windows tolerates white space around and in the base64.
        var base64 = texts.GetValueOrDefault(Response) ?? throw Reject("The response has neither a provisioning document nor a fault.");
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? new EnrollmentAnswer.Granted(
                texts.GetValueOrDefault(RelatesTo) ?? "",
                ProvisioningDocumentReader.Read(bytes.AsMemory(0, length), xml.Limits)
            )
            : throw Reject("The provisioning document is not base64.");
    }

    private void Element(string parent)
    {
        var path = $"{parent}/{Prefix(xml.Namespace)}{xml.Name}";
        fault |= path == Fault;
        switch (path)
        {
            case "/s:Envelope" or "/s:Envelope/s:Header" or "/s:Envelope/s:Body" or Fault:
            case Fault + "/s:Code" or Subcode or Fault + "/s:Reason" or Fault + "/s:Detail" or Detail:
            case not null when Response.StartsWith(path + "/", StringComparison.Ordinal):
                var inside = xml.Enter();
                while (xml.Next(inside))
                {
                    Element(path);
                }

                break;
            case Response when xml.Attribute("ValueType") != ProvisionDocument:
                xml.Skip();
                break;
            case Response
            or RelatesTo
            or Subcode + "/s:Value"
            or Fault + "/s:Reason/s:Text"
            or Detail + "/e:ErrorType"
            or Detail + "/e:TraceId":
                if (!texts.TryAdd(path, xml.Text()))
                {
                    throw Reject("A required element is duplicate.");
                }

                break;
            default:
                xml.Skip();
                break;
        }
    }

    private static string Prefix(string ns) =>
        ns switch
        {
            Soap => "s:",
            Addressing => "a:",
            Trust => "t:",
            Security => "o:",
            Enrollment => "e:",
            _ => "?:",
        };
}
