using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Cli;

/// <summary>A file that was named on the command line, read as policies.</summary>
/// <param name="Path">As it was named.</param>
/// <param name="Policies">What it holds; none when it was refused.</param>
/// <param name="Faults">Why it was refused.</param>
internal sealed record PolicyArgument(string Path, ValueList<ImportedPolicy> Policies, ValueList<FileFault> Faults)
{
    public static PolicyArgument Read(string path)
    {
        if (ReadBytes(path, out var fault) is not { } bytes)
        {
            return new PolicyArgument(path, [], [new FileFault("$", fault)]);
        }

        var reading = PolicyImport.Read(bytes);
        return new PolicyArgument(path, reading.Policies, reading.Faults);
    }

    /// <summary>The bytes of a file; null when it cannot be read or is too long for any policy.</summary>
    public static byte[]? ReadBytes(string path, out string fault)
    {
        try
        {
            using var file = File.OpenRead(path);
            fault = file.Length > SourceText.MaximumBytes ? $"The file is longer than {SourceText.MaximumBytes} bytes." : "";
            if (fault.Length > 0)
            {
                return null;
            }

            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = e.Message;
            return null;
        }
    }

    /// <summary>Says why it could not be read.</summary>
    public void Complain(Terminal terminal)
    {
        foreach (var fault in Faults)
        {
            terminal.Complain($"{Path}: {(fault.Path == "$" ? "" : $"{fault.Path}: ")}{fault.Message}");
        }
    }

    /// <summary>The one policy of a file where one is wanted; null, and said so, when it holds none or several.</summary>
    public ImportedPolicy? Single(Terminal terminal)
    {
        Complain(terminal);
        if (Policies.Count > 1)
        {
            terminal.Complain($"{Path}: it holds {Policies.Count} policies, and one is wanted here.");
        }

        return Policies.Count == 1 ? Policies[0] : null;
    }
}
