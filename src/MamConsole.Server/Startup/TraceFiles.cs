using System.Globalization;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Startup;

/// <summary>
/// The files of a trace: one for each request, accessible only to this account. The oldest files are removed when there are too many or
/// they are too large.
/// </summary>
internal sealed partial class TraceFiles(string folder, TimeProvider time, ILogger logger)
{
    public const int MaximumFiles = 2000;

    /// <summary>The maximum size of all files together in bytes: 256 MiB.</summary>
    public const long MaximumBytes = 256L * 1024 * 1024;

    private readonly Lock fileLock = new();
    private readonly Queue<(string Path, long Bytes)> files = new();
    private long bytes;
    private int count;

    /// <summary>Creates the folder when it is missing and counts the files of earlier runs.</summary>
    public void Open()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var file in new DirectoryInfo(folder).GetFiles("*.trace.txt").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            files.Enqueue((file.FullName, file.Length));
            bytes += file.Length;
        }
    }

    /// <summary>
    /// Writes a file. A full disk must not prevent the response to a device: the failure is logged, and the file is missing.
    /// </summary>
    public void Write(string name, byte[] content)
    {
        lock (fileLock)
        {
            var path = Path.Combine(
                folder,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{time.GetInstant().UtcDateTime:yyyyMMdd-HHmmss.fff}-{count++ % 100_000:00000}-{name}.trace.txt"
                )
            );
            try
            {
                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                }

                using (var file = new FileStream(path, options))
                {
                    file.Write(content);
                }

                files.Enqueue((path, content.Length));
                bytes += content.Length;
                while (files.Count > MaximumFiles || (bytes > MaximumBytes && files.Count > 1))
                {
                    var oldest = files.Dequeue();
                    File.Delete(oldest.Path);
                    bytes -= oldest.Bytes;
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Log.NotWritten(logger, folder, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A trace could not be written to {Folder}")]
        public static partial void NotWritten(ILogger logger, string folder, Exception error);
    }
}
