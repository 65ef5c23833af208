using System.Text;
using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record WireAnswer(int Status, byte[] Body, HttpResponseMessage Response)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public SyncMLMessage Message => SyncMLReader.Read(Body);

    /// <summary>The status that the server gives the message's header.</summary>
    public int Header => Message.Commands.OfType<SyncCommand.Status>().First(s => s.CommandRef == "0").Code.Value;

    /// <summary>What the server asks of the device.</summary>
    public IEnumerable<SyncCommand> Requested => Message.Commands.Where(c => c is not SyncCommand.Status);

    public override string ToString() => $"{Status} {Text}";

    public string? Challenge => Response.Headers.WwwAuthenticate.FirstOrDefault()?.ToString();
}
