using System.Buffers;

namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// Writes a wap-provisioningdoc on one line, because working servers remove the white space (docs/reference/protocol.md §1.4, §1.5).
/// </summary>
public static class ProvisioningDocumentWriter
{
    /// <summary>Writes the document.</summary>
    /// <exception cref="ArgumentException">
    /// The provider id is invalid, or a text contains a character that XML 1.0 does not support.
    /// </exception>
    public static byte[] Write(ProvisioningDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (
            document.ProviderId is "" or "." or ".."
            || !document.ProviderId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        )
        {
            throw new ArgumentException("A provider id may only contain ASCII letters, digits, '-', '_' and '.'.", nameof(document));
        }

        var buffer = new ArrayBufferWriter<byte>(1024);
        var xml = new WireWriter(buffer);
        xml.Raw("<wap-provisioningdoc version=\"1.1\"><characteristic type=\"APPLICATION\">"u8);
        Parm(xml, "APPID"u8, "w7");
        Parm(xml, "PROVIDER-ID"u8, document.ProviderId);
        Parm(xml, "NAME"u8, document.Name);
        Parm(xml, "ADDR"u8, document.Address);
        Parm(xml, "DEFAULTENCODING"u8, SyncML.SyncMLNames.MediaType);
        xml.Raw("</characteristic>"u8);
        if (document is not { Upn: null, EntDMID: null, AadResourceId: null, Poll: null })
        {
            xml.Raw("<characteristic type=\"DMClient\"><characteristic type=\"Provider\"><characteristic type=\""u8);
            xml.AttributeText(document.ProviderId, "PROVIDER-ID");
            xml.Raw("\">"u8);
            Text(xml, "UPN"u8, document.Upn);
            Text(xml, "EntDMID"u8, document.EntDMID);
            Text(xml, "AADResourceID"u8, document.AadResourceId);
            if (document.Poll is { } poll)
            {
                Poll(xml, poll);
            }

            xml.Raw("</characteristic></characteristic></characteristic>"u8);
        }

        xml.Raw("</wap-provisioningdoc>"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Poll(WireWriter xml, PollSchedule poll)
    {
        xml.Raw("<characteristic type=\"Poll\">"u8);
        Number(xml, "NumberOfFirstRetries"u8, poll.NumberOfFirstRetries);
        Number(xml, "IntervalForFirstSetOfRetries"u8, poll.IntervalForFirstSetOfRetries);
        Number(xml, "NumberOfSecondRetries"u8, poll.NumberOfSecondRetries);
        Number(xml, "IntervalForSecondSetOfRetries"u8, poll.IntervalForSecondSetOfRetries);
        Number(xml, "NumberOfRemainingScheduledRetries"u8, poll.NumberOfRemainingScheduledRetries);
        Number(xml, "IntervalForRemainingScheduledRetries"u8, poll.IntervalForRemainingScheduledRetries);
        if (poll.PollOnLogin is { } login)
        {
            Parm(xml, "PollOnLogin"u8, login ? "true" : "false", " datatype=\"boolean\""u8);
        }

        xml.Raw("</characteristic>"u8);
    }

    private static void Text(WireWriter xml, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Parm(xml, name, value, " datatype=\"string\""u8);
        }
    }

    private static void Number(WireWriter xml, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            Parm(xml, name, number.ToString(System.Globalization.CultureInfo.InvariantCulture), " datatype=\"integer\""u8);
        }
    }

    private static void Parm(WireWriter xml, ReadOnlySpan<byte> name, string value, ReadOnlySpan<byte> type = default)
    {
        xml.Raw("<parm name=\""u8);
        xml.Raw(name);
        xml.Raw("\" value=\""u8);
        xml.AttributeText(value, "a parm of the provisioning document");
        xml.Raw("\""u8);
        xml.Raw(type);
        xml.Raw("/>"u8);
    }
}
