using System.CommandLine;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Cli.Commands;

/// <summary><c>mamctl validate FILE…</c>: applies the validation rules of the policy editor to files.</summary>
internal static class ValidateCommand
{
    public static Command Make(Terminal terminal, TimeProvider time)
    {
        var files = FileArgument.Some("FILE", "Policy files, Intune policies (Graph JSON) or AppLocker policies (XML).");
        var published = new Option<string?>("--published")
        {
            Description = "The version in effect, as a policy file; rules about changes compare with it.",
        };
        var reportOption = new Option<bool>("--ledger")
        {
            Description = "Also lists how each property of an Intune or AppLocker policy is imported.",
        };
        var json = JsonOption();
        var command = new Command("validate", "Lists the validation findings. Exit code 1 when a finding blocks publishing.")
        {
            files,
            published,
            reportOption,
            json,
        };
        command.SetAction(parsed =>
            Run(
                terminal,
                time,
                parsed.GetValue(files) ?? [],
                parsed.GetValue(published),
                parsed.GetValue(reportOption),
                parsed.GetValue(json)
            )
        );
        return command;
    }

    internal static Option<bool> JsonOption() => new("--json") { Description = "Writes one JSON document instead of text." };

    private static int Run(Terminal terminal, TimeProvider time, string[] paths, string? publishedPath, bool withReport, bool json)
    {
        WrittenPolicy? published = null;
        if (publishedPath is not null)
        {
            if (PolicyArgument.Read(publishedPath).Single(terminal) is not { } inForce)
            {
                return ExitCode.Unusable;
            }

            published = inForce.Document;
        }

        var context = new PolicyContext(published, new TenantFacts(null, "MamConsole", null), null, time.GetUtcNow());
        var results = new List<FileResult>();
        var exit = ExitCode.Fine;
        foreach (var argument in paths.Select(PolicyArgument.Read))
        {
            var policies = argument.Policies.Select(policy => Result(policy, context, withReport)).ToValueList();
            results.Add(new FileResult(argument.Path, policies, argument.Faults.Count == 0 ? null : argument.Faults));
            exit = Math.Max(
                exit,
                argument.Faults.Count > 0 ? ExitCode.Unusable
                    : policies.Any(policy => !policy.CanPublish) ? ExitCode.Found
                    : ExitCode.Fine
            );
            if (!json)
            {
                argument.Complain(terminal);
                foreach (var policy in policies)
                {
                    Write(terminal, argument.Path, policy);
                }
            }
        }

        if (json)
        {
            terminal.WriteJson(new Report(results.ToValueList()));
        }

        return exit;
    }

    private static PolicyResult Result(ImportedPolicy policy, PolicyContext context, bool withReport)
    {
        var review = PolicyValidator.Validate(policy.Document, context);
        return new PolicyResult(
            policy.Name,
            policy.Source,
            review.Valid is not null,
            review.Findings.ToValueList(),
            withReport || policy.Source != ImportSource.PolicyFile ? policy.Report.Count(ImportReportKind.Dropped) : 0,
            withReport ? policy.Report.Entries : null
        );
    }

    private static void Write(Terminal terminal, string path, PolicyResult policy)
    {
        var count =
            policy.Findings.Count == 0 ? "no findings"
            : policy.Findings.Count == 1 ? "1 finding"
            : $"{policy.Findings.Count} findings";
        terminal.Line(
            $"{path}: {(policy.Name.Length == 0 ? "(no name)" : policy.Name)}: "
                + $"{count}{(policy.CanPublish ? "" : "; cannot be published")}"
                + $"{(policy.Dropped == 0 ? "" : $"; {policy.Dropped} properties are not supported")}"
        );
        foreach (var finding in policy.Findings)
        {
            terminal.Line(
                $"  {Word(finding.Severity), -7} {finding.Code, -10} {finding.Field}: "
                    + $"{finding.Message}{(finding.Suggestion is { } better ? $" Suggested: {better}" : "")}"
            );
        }

        foreach (var entry in policy.Report ?? [])
        {
            terminal.Line(
                $"  {entry.Kind.ToString().ToLowerInvariant(), -8} "
                    + $"{entry.Source}{(entry.Target is { } target ? $" -> {target}" : "")}"
                    + $"{(entry.Note.Length == 0 ? "" : $": {entry.Note}")}"
            );
        }
    }

    private static string Word(Severity severity) =>
        severity switch
        {
            Severity.Block => "blocks",
            Severity.Danger => "danger",
            Severity.Warn => "warns",
            _ => "notes",
        };

    /// <summary>The JSON output.</summary>
    private sealed record Report(ValueList<FileResult> Files);

    private sealed record FileResult(string File, ValueList<PolicyResult> Policies, ValueList<FileFault>? Faults);

    private sealed record PolicyResult(
        string Name,
        ImportSource Source,
        bool CanPublish,
        ValueList<Finding> Findings,
        int Dropped,
        ValueList<ImportReportEntry>? Report
    );
}
