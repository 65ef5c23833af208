using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>
/// The project's reader and writer could share an error. libwbxml implements the SyncML document type independently: each message of the
/// server is converted with <c>xml2wbxml</c> and back, and must have the same content afterwards. A message with the same elements as an
/// earlier one is not checked again.
/// </summary>
internal static partial class IndependentReader
{
    private static readonly ConcurrentDictionary<string, bool> Seen = new(StringComparer.Ordinal);

    /// <summary>The number of checked messages.</summary>
    public static int Tried => Seen.Count;

    /// <summary>
    /// Whether the programs are installed; otherwise a test fails or is skipped, see <see cref="IndependentReaderTests"/>.
    /// </summary>
    public static bool IsHere { get; } = File.Exists("/usr/bin/xml2wbxml") && File.Exists("/usr/bin/wbxml2xml");

    /// <summary>Checks the body of an HTTP response if it is a SyncML message.</summary>
    public static async Task CheckAsync(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == SyncMLNames.MediaType)
        {
            await CheckAsync(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Fails the running test when the independent reader returns a different message.</summary>
    public static async Task CheckAsync(byte[] message)
    {
        if (!IsHere || !Seen.TryAdd(Texts().Replace(Encoding.UTF8.GetString(message), "><"), true))
        {
            return;
        }

        // Without a string table, the program rejects an element that the document type does not define.
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
