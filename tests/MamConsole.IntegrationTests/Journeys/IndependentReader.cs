using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>
/// Our reader and our writer could share a mistake. libwbxml knows the SyncML document type from elsewhere: each message of the server goes
/// through
/// <c>xml2wbxml</c> and back, and must say then what it said before. A message whose elements are those of one before is not tried again.
/// </summary>
internal static partial class IndependentReader
{
    private static readonly ConcurrentDictionary<string, bool> Seen = new(StringComparer.Ordinal);

    /// <summary>How many messages were tried.</summary>
    public static int Tried => Seen.Count;

    /// <summary>Whether the programs are here; a test fails or skips on it, see <see cref="IndependentReaderTests"/>.</summary>
    public static bool IsHere { get; } = File.Exists("/usr/bin/xml2wbxml") && File.Exists("/usr/bin/wbxml2xml");

    /// <summary>The same for an answer over HTTP, if it is a message.</summary>
    public static async Task CheckAsync(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == SyncMLNames.MediaType)
        {
            await CheckAsync(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Fails the running test when the message is not what an independent reader takes it for.</summary>
    public static async Task CheckAsync(byte[] message)
    {
        if (!IsHere || !Seen.TryAdd(Texts().Replace(Encoding.UTF8.GetString(message), "><"), true))
        {
            return;
        }

        // Without a string table it refuses an element that the document type does not know.
        var binary = await RunAsync("/usr/bin/xml2wbxml", ["-k", "-n", "-o", "-", "-"], message);
        var back = Encoding.UTF8.GetString(await RunAsync("/usr/bin/wbxml2xml", ["-m", "0", "-k", "-o", "-", "-"], binary));
        var document = back[back.IndexOf("<SyncML ", StringComparison.Ordinal)..(back.LastIndexOf('>') + 1)];
        Assert.Equal(
            Encoding.UTF8.GetString(message),
            Encoding.UTF8.GetString(SyncMLWriter.Write(SyncMLReader.Read(Encoding.UTF8.GetBytes(document))))
        );
    }

    private static async Task<byte[]> RunAsync(string program, string[] arguments, byte[] input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)}: {await errors}\n{Encoding.UTF8.GetString(input)}");
        return output.ToArray();
    }

    [GeneratedRegex(">[^<]+<")]
    private static partial Regex Texts();
}
