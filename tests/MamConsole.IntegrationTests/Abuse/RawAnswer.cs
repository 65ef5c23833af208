using System.Text;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>An HTTP response, parsed from its raw bytes.</summary>
internal sealed record RawAnswer(int Status, ILookup<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? this[string name] => Headers[name].SingleOrDefault();
}
