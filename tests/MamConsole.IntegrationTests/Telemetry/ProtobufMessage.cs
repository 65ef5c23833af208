using System.Buffers.Binary;
using System.Text;

namespace MamConsole.IntegrationTests.Telemetry;

/// <summary>
/// A message of protocol buffers, read by field numbers alone (protobuf.dev, "Encoding"), sufficient to inspect the requests to a collector
/// without generated types.
/// </summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    private readonly List<(int Field, ulong Number, byte[] Bytes)> fields = [];

    public ProtobufMessage(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var key = ReadVarint(ref bytes);
            var field = (int)(key >> 3);
            switch ((int)(key & 7))
            {
                case Varint:
                    fields.Add((field, ReadVarint(ref bytes), []));
                    break;
                case Fixed64:
                    fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(bytes), []));
                    bytes = bytes[8..];
                    break;
                case Fixed32:
                    fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(bytes), []));
                    bytes = bytes[4..];
                    break;
                case LengthDelimited:
                    var length = (int)ReadVarint(ref bytes);
                    fields.Add((field, 0, bytes[..length].ToArray()));
                    bytes = bytes[length..];
                    break;
                default:
                    throw new InvalidDataException($"Field {field} has no wire type that is in use.");
            }
        }
    }

    public IEnumerable<ProtobufMessage> Messages(int field) =>
        fields.Where(f => f.Field == field).Select(f => new ProtobufMessage(f.Bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    /// <summary>Empty where the field is missing, as the format specifies.</summary>
    private byte[] Bytes(int field) => fields.LastOrDefault(f => f.Field == field).Bytes ?? [];

    /// <summary>The texts and whole numbers of the attributes in this field (KeyValue of opentelemetry.proto.common.v1).</summary>
    public Dictionary<string, string> Attributes(int field) =>
        Messages(field).ToDictionary(a => a.Text(1), a => ValueOf(a.Messages(2).Single()), StringComparer.Ordinal);

    /// <summary>The text or the whole number of an AnyValue.</summary>
    public static string ValueOf(ProtobufMessage value) =>
        value.fields switch
        {
            [{ Field: 1 }] => value.Text(1),
            [{ Field: 3, Number: var number }] => $"{number}",
            _ => "",
        };

    private static ulong ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }
}
