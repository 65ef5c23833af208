using System.CommandLine;

namespace MamConsole.Cli;

/// <summary>Creates arguments that are file names.</summary>
internal static class FileArgument
{
    public static Argument<string> One(string name, string description) =>
        Checked(new Argument<string>(name) { Description = description });

    public static Argument<string[]> Some(string name, string description) =>
        Checked(new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore });

    /// <summary>Rejects a value that looks like an option, which is probably misspelled; <c>./--x</c> names such a file.</summary>
    private static Argument<T> Checked<T>(Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
            {
                result.AddError($"There is no option {option.Value}.");
            }
        });
        return argument;
    }
}
