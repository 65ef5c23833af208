using System.Text;
using static MamConsole.Protocol.EnrollmentMessages.EnrollmentNames;

namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// Reads the RequestSecurityToken of a device (docs/reference/protocol.md §1.3). Elements are identified by namespace and local name. A
/// token is accepted only in the Security header of the envelope (docs/reference/abuse-cases.md SO-06, SO-07). The certificate request of
/// MDM is skipped.
/// </summary>
public sealed partial class EnrollmentRequestReader
{
    private const int MaxTokenText = 64 * 1024;
    private const int MaxMessageId = 256;

    private readonly WireReader xml;
    private string? messageId;
    private string? action;
    private string? token;

    private EnrollmentRequestReader(WireReader xml) => this.xml = xml;

    /// <summary>Reads one request.</summary>
    /// <param name="utf8">The whole document.</param>
    /// <param name="limits">The limits; null for <see cref="WireLimits.Default"/>.</param>
    /// <exception cref="EnrollmentFormatException">The document is not such a request, or exceeds a limit.</exception>
    public static EnrollmentRequest Read(ReadOnlyMemory<byte> utf8, WireLimits? limits = null)
    {
        using var xml = WireReader.Open(utf8, limits ?? WireLimits.Default, reason => Reject(EnrollmentFault.MessageFormat, reason));
        var reader = new EnrollmentRequestReader(xml);
        try
        {
            return reader.Envelope();
        }
        catch (EnrollmentFormatException error)
        {
            error.MessageId = reader.MessageId;
            throw;
        }
    }

    private static EnrollmentFormatException Reject(EnrollmentFault fault, string reason) => new(fault, reason);

    private static EnrollmentFormatException Malformed(string reason) => Reject(EnrollmentFault.MessageFormat, reason);

    private static EnrollmentFormatException Insecure(string reason) => Reject(EnrollmentFault.InvalidSecurity, reason);

    private string MessageId => messageId is { Length: <= MaxMessageId } ? messageId : "";

    private bool Is(string ns, string name) => xml.Name == name && xml.Namespace == ns;

    private EnrollmentRequest Envelope()
    {
        if (Is(Soap11, "Envelope"))
        {
            throw Reject(EnrollmentFault.VersionMismatch, "The envelope is that of SOAP 1.1.");
        }

        if (!Is(Soap, "Envelope"))
        {
            throw Malformed("The root element is not a SOAP envelope.");
        }

        var (header, body) = (false, false);
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (Is(Soap, "Header") && !header && !body)
            {
                header = true;
                Header();
            }
            else if (Is(Soap, "Body") && !body)
            {
                body = true;
                Body();
            }
            else
            {
                throw Malformed("The envelope must contain one Header followed by one Body.");
            }
        }

        xml.End();
        if (!body)
        {
            throw Malformed("The envelope has no Body.");
        }

        return new EnrollmentRequest
        {
            MessageId = MessageId,
            Token = token ?? throw Insecure("The Security header has no token."),
            Context = DevicesOwn(context.DrainToImmutable()),
        };
    }

    private void Header()
    {
        var secured = false;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            switch (xml.Namespace, xml.Name)
            {
                case (Security, "Security"):
                    if (secured)
                    {
                        throw Insecure("The envelope has two Security headers.");
                    }

                    secured = true;
                    SecurityHeader();
                    break;
                case (Addressing, "Action"):
                    Once(ref action, xml.NameText());
                    break;
                case (Addressing, "MessageID"):
                    // The id does not identify anything, so one that is too long is only not repeated in the response.
                    Once(ref messageId, xml.Text().Trim(' ', '\t', '\r', '\n'));
                    break;
                case (Addressing, _):
                    xml.Skip();
                    break;
                default:
                    if (xml.Attribute("mustUnderstand", Soap)?.Trim() is "1" or "true")
                    {
                        throw Reject(EnrollmentFault.MustUnderstand, "A header that must be understood is not supported.");
                    }

                    xml.Skip();
                    break;
            }
        }

        if (action is not (null or RequestAction))
        {
            throw Malformed("The action is not supported.");
        }
    }

    private void SecurityHeader()
    {
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (Is(Security, "UsernameToken"))
            {
                throw Reject(EnrollmentFault.Authentication, "Authentication with user name and password is not supported.");
            }

            if (!Is(Security, "BinarySecurityToken"))
            {
                xml.Skip();
                continue;
            }

            if (token is not null)
            {
                throw Insecure("The Security header has two tokens.");
            }

            if (TokenAttribute("ValueType") != JwtToken || !IsBase64(TokenAttribute("EncodingType")))
            {
                throw Insecure("The type or encoding of the token is not supported.");
            }

            token = Decode(xml.Text());
        }
    }

    private string? TokenAttribute(string name) => xml.Attribute(name) ?? xml.Attribute(name, Security);

    private static bool IsBase64(string? encoding) =>
        encoding is null || encoding.Equals(Base64, StringComparison.OrdinalIgnoreCase) || encoding == Base64OfStandard;

    /// <summary>Decodes base64, with or without line breaks, to a compact JWT.</summary>
    private static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        if (text.Length > MaxTokenText || !Convert.TryFromBase64String(text, bytes, out var length) || length == 0)
        {
            throw Insecure("The token is empty, too long or not base64.");
        }

        foreach (var one in bytes.AsSpan(0, length))
        {
            if (!char.IsAsciiLetterOrDigit((char)one) && one is not ((byte)'.' or (byte)'-' or (byte)'_'))
            {
                throw Insecure("The token is not a compact JWT.");
            }
        }

        return Encoding.ASCII.GetString(bytes, 0, length);
    }

    private void Body()
    {
        var found = false;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (found || !Is(Trust, "RequestSecurityToken"))
            {
                throw Malformed("The body must contain one RequestSecurityToken.");
            }

            found = true;
            Request();
        }

        if (!found)
        {
            throw Malformed("The body is empty.");
        }
    }

    private void Request()
    {
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (Is(Security, "BinarySecurityToken") && TokenAttribute("ValueType") == JwtToken)
            {
                throw Insecure("The body must not contain a token.");
            }

            if (Is(Trust, "RequestType"))
            {
                if (xml.NameText() != Trust + "/Issue")
                {
                    throw Malformed("The request type must be Issue.");
                }
            }
            else if (Is(Authorization, "AdditionalContext"))
            {
                Context();
            }
            else
            {
                xml.Skip();
            }
        }
    }

    private static void Once(ref string? field, string value) =>
        field = field is null ? value : throw Malformed("An element is duplicate.");
}
