using System.CommandLine;
using MamConsole.Cli.Commands;

namespace MamConsole.Cli;

/// <summary>The entry point of <c>mamctl</c>, which scripts use to check policies without a server.</summary>
internal static class MamCtl
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="terminal">The output and error streams.</param>
    /// <param name="time">The clock that certificate expiration is evaluated with.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Terminal terminal, TimeProvider time)
    {
        var root = new RootCommand(
            "Checks and compares policies of MamConsole, offline. Exit code 0: no findings; 1: findings; 2: invalid arguments, or a "
                + "file that cannot be read."
        )
        {
            ValidateCommand.Make(terminal, time),
            DiffCommand.Make(terminal),
            EasCommand.Make(terminal),
            HandoffCommand.Make(terminal),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Complain(error.Message);
            }

            terminal.Complain("Run mamctl --help for usage.");
            return ExitCode.Unusable;
        }

        return parsed.Invoke(
            new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            }
        );
    }
}
