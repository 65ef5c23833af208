using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Cli;

/// <summary>A file from the command line, read as policies.</summary>
/// <param name="Path">The path as it was entered.</param>
/// <param name="Policies">The policies in the file; none when the file is rejected.</param>
/// <param name="Faults">Why the file is rejected; empty when it is accepted.</param>
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

    /// <summary>Returns the bytes of a file; null when it cannot be read or is longer than <see cref="SourceText.MaximumBytes"/>.</summary>
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

    /// <summary>Writes the faults of the file to the error stream.</summary>
    public void Complain(Terminal terminal)
    {
        foreach (var fault in Faults)
        {
            terminal.Complain($"{Path}: {(fault.Path == "$" ? "" : $"{fault.Path}: ")}{fault.Message}");
        }
    }

    /// <summary>Returns the only policy of the file; null, with an error written, when the file contains none or several.</summary>
    public ImportedPolicy? Single(Terminal terminal)
    {
        Complain(terminal);
        if (Policies.Count > 1)
        {
            terminal.Complain($"{Path}: the file contains {Policies.Count} policies; this command requires exactly one.");
        }

        return Policies.Count == 1 ? Policies[0] : null;
    }
}
