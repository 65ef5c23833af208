using MamConsole.PolicyEngine.ProgramFiles;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.AppInspection;

/// <summary>Looks into an uploaded program file; nothing of it is kept and nothing is run. Open to every role.</summary>
internal sealed class CheckProgramFile : IDisposable
{
    /// <summary>Files that are held in memory at once; others wait their turn.</summary>
    private const int AtOnce = 2;

    private readonly SemaphoreSlim concurrency = new(AtOnce);

    /// <returns>What it says, or <see cref="NotAllowed"/>, <see cref="BodyTooLarge"/>, <see cref="BodyInvalid"/> with the reason why it is
    /// no program.</returns>
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

    /// <summary>Null when it is longer than any file that is looked at.</summary>
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
