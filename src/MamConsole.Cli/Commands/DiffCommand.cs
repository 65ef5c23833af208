using System.CommandLine;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Cli.Commands;

/// <summary><c>mamctl diff A B</c>: lists the differences between two policies with the labels of the console.</summary>
internal static class DiffCommand
{
    public static Command Make(Terminal terminal)
    {
        var from = FileArgument.One("A", "The earlier policy.");
        var to = FileArgument.One("B", "The later policy.");
        var json = ValidateCommand.JsonOption();
        var command = new Command("diff", "Lists the differences between two policies. Exit code 1 when there are any.") { from, to, json };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string fromPath, string toPath, bool json)
    {
        var from = PolicyArgument.Read(fromPath).Single(terminal);
        var to = PolicyArgument.Read(toPath).Single(terminal);
        if (from is null || to is null)
        {
            return ExitCode.Unusable;
        }

        var changes = PolicyDiff.Compare(from.Document, to.Document);
        if (json)
        {
            terminal.WriteJson(changes);
        }
        else
        {
            Write(terminal, changes);
        }

        return changes.IsEmpty ? ExitCode.Fine : ExitCode.Found;
    }

    private static void Write(Terminal terminal, ChangeList changes)
    {
        if (changes.IsEmpty)
        {
            terminal.Line("There are no differences.");
        }

        foreach (var area in changes.Changes.GroupBy(change => change.Area))
        {
            terminal.Line(area.Key);
            foreach (var change in area)
            {
                terminal.Line($"  {change.Label}: {change.Was ?? "not set"} -> {change.Becomes ?? "not set"}");
                foreach (var item in change.AddedItems)
                {
                    terminal.Line($"    + {item}");
                }

                foreach (var item in change.RemovedItems)
                {
                    terminal.Line($"    - {item}");
                }
            }
        }

        WriteRemovals(terminal, changes.Removals);
    }

    /// <summary>The settings that B no longer contains. Removing a setting from a policy does not always undo it on the PC.</summary>
    private static void WriteRemovals(Terminal terminal, ValueList<Removal> removals)
    {
        if (removals.Count > 0)
        {
            terminal.Line("Removed settings");
        }

        foreach (var removal in removals)
        {
            terminal.Line($"  {removal.Label}: {BehaviorText(removal.Behavior)} ({Certainty(removal.Certainty)}). {removal.Sentence}");
            if (removal.Remedy is { } remedy)
            {
                terminal.Line($"    instead: {remedy.Field} = {remedy.Value}");
            }
        }
    }

    private static string BehaviorText(RemovalBehavior behavior) =>
        behavior switch
        {
            RemovalBehavior.Reverts => "reverts",
            RemovalBehavior.GoesAway => "is removed",
            RemovalBehavior.Stays => "stays",
            RemovalBehavior.NeedsValue => "needs a value",
            _ => "is removed with the management account",
        };

    private static string Certainty(RemovalCertainty certainty) =>
        certainty switch
        {
            RemovalCertainty.Documented => "documented",
            RemovalCertainty.Inferred => "inferred",
            _ => "not confirmed",
        };
}
