using System.Text;
using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>An HTTP response of a device endpoint.</summary>
internal sealed record WireAnswer(int Status, byte[] Body, HttpResponseMessage Response)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public SyncMLMessage Message => SyncMLReader.Read(Body);

    /// <summary>The SyncML status of the message's header.</summary>
    public int Header => Message.Commands.OfType<SyncCommand.Status>().First(s => s.CommandRef == "0").Code.Value;

    /// <summary>The commands that the server sends to the device.</summary>
    public IEnumerable<SyncCommand> Requested => Message.Commands.Where(c => c is not SyncCommand.Status);

    public override string ToString() => $"{Status} {Text}";

    public string? Challenge => Response.Headers.WwwAuthenticate.FirstOrDefault()?.ToString();
}
