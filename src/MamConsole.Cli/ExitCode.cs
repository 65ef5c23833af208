namespace MamConsole.Cli;

/// <summary>The exit codes of the program. They are a contract with scripts.</summary>
internal static class ExitCode
{
    /// <summary>The command ran and found nothing.</summary>
    public const int Fine = 0;

    /// <summary>The command ran and found something: rules block, files differ, mail would not sync, work files would be lost.</summary>
    public const int Found = 1;

    /// <summary>The command could not run: the arguments are invalid, or a file cannot be read.</summary>
    public const int Unusable = 2;
}
