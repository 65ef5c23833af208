using MamConsole.PolicyEngine.ProgramFiles;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.AppInspection;

/// <summary>Inspects an uploaded program file. The file is not stored and not run. Allowed for every role.</summary>
internal sealed class CheckProgramFile : IDisposable
{
    /// <summary>The maximum number of files in memory at the same time; further requests wait.</summary>
    private const int AtOnce = 2;

    private readonly SemaphoreSlim concurrency = new(AtOnce);

    /// <returns>The facts, or <see cref="NotAllowed"/>, <see cref="BodyTooLarge"/>, <see cref="BodyInvalid"/> with the reason why the file
    /// is not a program.</returns>
    public async Task<Outcome<CheckedProgram>> ExecuteAsync(Administrator who, Stream content, CancellationToken cancellationToken)
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return lacks;
        }

        await concurrency.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(content, cancellationToken) is { } file
                ? Inspect(file)
                : new BodyTooLarge(ProgramFileReader.MaximumBytes);
        }
        finally
        {
            concurrency.Release();
        }
    }

    public void Dispose() => concurrency.Dispose();

    private static Outcome<CheckedProgram> Inspect(ReadOnlyMemory<byte> file) =>
        ProgramFileReader
            .Read(file)
            .Match<Outcome<CheckedProgram>>(
                program => new CheckedProgram(program, ProgramWords.Verdict(program), program.Identity),
                reason => new BodyInvalid("$", reason)
            );

    /// <summary>Reads the file into memory; returns null when it is larger than the limit.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (file.Length + read > ProgramFileReader.MaximumBytes)
            {
                return null;
            }

            file.Write(buffer, 0, read);
        }

        return file.GetBuffer().AsMemory(0, (int)file.Length);
    }
}
