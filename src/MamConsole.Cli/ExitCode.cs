namespace MamConsole.Cli;

/// <summary>How the program ends; scripts rely on these.</summary>
internal static class ExitCode
{
    /// <summary>Nothing stands against it.</summary>
    public const int Fine = 0;

    /// <summary>It ran, and the answer is no: rules block, files differ, mail would not sync, work files would be lost.</summary>
    public const int Found = 1;

    /// <summary>It could not run: wrong arguments, a file that cannot be read.</summary>
    public const int Unusable = 2;
}
