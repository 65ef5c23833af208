using System.Buffers;
using System.Globalization;
using System.Text;

namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>The shared parts of the three SOAP writers.</summary>
internal static class SoapEnvelope
{
    public static byte[] Write(Action<WireWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        content(new WireWriter(buffer));
        return buffer.WrittenSpan.ToArray();
    }

    public static void Element(this WireWriter xml, ReadOnlySpan<byte> open, string text, ReadOnlySpan<byte> close)
    {
        xml.Raw(open);
        xml.Text(text, "an enrollment message");
        xml.Raw(close);
    }

    public static void Base64(this WireWriter xml, ReadOnlySpan<byte> bytes) =>
        xml.Raw(Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)));

    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
