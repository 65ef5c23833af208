using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace MamConsole.Demo;

/// <summary>The parsed command line of the demo (docs/reference/contract.md §1).</summary>
internal sealed record DemoOptions
{
    /// <summary>An upper bound, because thousands of simulated devices on one machine measure the machine rather than the server.</summary>
    private const int MaximumDevices = 2000;

    /// <summary>The text that <c>--help</c> prints.</summary>
    public const string Usage = """
        Options:
          --console-url URL   where the console listens, on this machine (default http://localhost:5080; port 0 chooses a free one)
          --tenant-url URL    where the demo tenant listens, on this machine (default http://localhost:5090; port 0 chooses a free one)
          --data DIR          stores all data in this folder (default: a new temporary folder)
          --devices N         simulated PCs, 0 to 2000 (default 25)
          --fresh             deletes the demo's files in the data folder first
          --json              also prints one line of JSON for scripts
          --help              prints this text
        """;

    public Uri ConsoleUrl { get; private init; } = new("http://localhost:5080");

    public Uri TenantUrl { get; private init; } = new("http://localhost:5090");

    /// <summary>The full path of the data folder; null for a new temporary one.</summary>
    public string? Data { get; private init; }

    public int Devices { get; private init; } = 25;

    public bool Fresh { get; private init; }

    public bool Json { get; private init; }

    public static bool TryParse(
        IReadOnlyList<string> args,
        [NotNullWhen(true)] out DemoOptions? options,
        [NotNullWhen(false)] out string? rejection
    )
    {
        (options, rejection) = (null, null);
        var result = new DemoOptions();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            string? Value() => value ?? (i + 1 < args.Count ? args[++i] : null);
            switch (name)
            {
                case "--console-url" when Loopback(Value()) is { } url:
                    result = result with { ConsoleUrl = url };
                    break;
                case "--tenant-url" when Loopback(Value()) is { } url:
                    result = result with { TenantUrl = url };
                    break;
                case "--data" when Value() is { Length: > 0 } folder:
                    result = result with { Data = Path.GetFullPath(folder) };
                    break;
                case "--devices"
                    when int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MaximumDevices:
                    result = result with { Devices = count };
                    break;
                case "--fresh":
                    result = result with { Fresh = true };
                    break;
                case "--json":
                    result = result with { Json = true };
                    break;
                default:
                    rejection =
                        $"'{args[i]}' is not an option of the demo, or its value is missing or not allowed (addresses must be http on "
                        + $"this machine).\n{Usage}";
                    return false;
            }
        }

        options = result;
        return true;
    }

    private static Uri? Loopback(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { Scheme: "http", AbsolutePath: "/", Query: "" }
        && (url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)))
            ? url
            : null;
}
