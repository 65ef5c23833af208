using System.CommandLine;
using System.Text.Json;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.PolicyFile;

namespace MamConsole.Cli.Commands;

/// <summary>
/// <c>mamctl eas FILE --exchange FILE</c>: the lock rules that Windows enforces when Exchange has some too, and whether mail syncs.
/// </summary>
internal static class EasCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = FileArgument.One("FILE", "The policy.");
        var exchange = new Option<string>("--exchange")
        {
            Description =
                "The Exchange policy: what Get-MobileDeviceMailboxPolicy | Format-List prints, an EASProvisionDoc (XML), or its "
                + "elements as JSON.",
            Required = true,
        };
        var order = new Option<EasOrder>("--order")
        {
            Description = "Which of the two policies the PC received first.",
            DefaultValueFactory = _ => EasOrder.EasAfterMam,
        };
        var encrypted = new Option<bool>("--encrypted") { Description = "The PC's drives are encrypted." };
        var admin = new Option<bool>("--admin") { Description = "The person who sets up mail is an administrator of the PC." };
        var json = ValidateCommand.JsonOption();
        var command = new Command(
            "eas",
            "Shows what Windows enforces together with an Exchange policy. Exit code 1 when mail would not sync."
        )
        {
            file,
            exchange,
            order,
            encrypted,
            admin,
            json,
        };
        command.SetAction(parsed =>
            Run(
                terminal,
                parsed.GetValue(file)!,
                parsed.GetValue(exchange)!,
                parsed.GetValue(order),
                parsed.GetValue(encrypted),
                parsed.GetValue(admin),
                parsed.GetValue(json)
            )
        );
        return command;
    }

    private static int Run(Terminal terminal, string path, string exchangePath, EasOrder order, bool encrypted, bool admin, bool json)
    {
        var policy = PolicyArgument.Read(path).Single(terminal);
        var exchange = ReadExchange(exchangePath, terminal);
        if (policy is null || exchange is null)
        {
            return ExitCode.Unusable;
        }

        var forecast = EasForecast.Of(policy.Document.DeviceLock, exchange, order, encrypted, admin);
        if (json)
        {
            var verdict = forecast.Verdict;
            terminal.WriteJson(
                new Answer(
                    verdict.Compliant,
                    [.. verdict.Failing.Select(dimension => dimension.Element)],
                    verdict.Resultant,
                    verdict.AdminNeeded,
                    verdict.MailSyncs,
                    [.. forecast.Advice.Select(advice => advice.Text)]
                )
            );
        }
        else
        {
            terminal.Line(forecast.Sentence);
            foreach (var row in forecast.Rows.Where(row => row.Winner is not EasWinner.Neither))
            {
                terminal.Line($"  {row.Dimension.Element}: {row.Windows} (policy: {row.Mam}; Exchange: {row.Exchange})");
            }

            foreach (var advice in forecast.Advice)
            {
                terminal.Line($"  {advice.Text}");
            }
        }

        return forecast.Verdict.MailSyncs ? ExitCode.Fine : ExitCode.Found;
    }

    private static EasPolicy? ReadExchange(string path, Terminal terminal)
    {
        if (PolicyArgument.ReadBytes(path, out var fault) is not { } bytes || !SourceText.TryDecode(bytes, out var text, out fault))
        {
            terminal.Complain($"{path}: {fault}");
            return null;
        }

        if (text.TrimStart().StartsWith('{'))
        {
            return FromJson(path, text, terminal);
        }

        var pasted = PastedEasPolicy.Read(text);
        foreach (var line in pasted.Lines.Where(line => line.Kind == PastedLineKind.Wrong || pasted.Policy is null))
        {
            terminal.Complain($"{path}: line {line.Number}: {line.Text}: {line.Reason}");
        }

        if (pasted.Rejection is { } rejection)
        {
            terminal.Complain($"{path}: {rejection}");
        }

        return pasted.Policy;
    }

    private static EasPolicy? FromJson(string path, string text, Terminal terminal)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (EasPolicy.TryRead(json.RootElement, out var fault) is { } policy)
            {
                return policy;
            }

            terminal.Complain($"{path}: {fault!.Member}: {fault.Reason}");
        }
        catch (JsonException e)
        {
            terminal.Complain($"{path}: the JSON is invalid in line {e.LineNumber + 1}.");
        }

        return null;
    }

    /// <summary>Has the JSON members of <c>POST /api/v1/eas/evaluate</c>.</summary>
    private sealed record Answer(
        bool Compliant,
        IReadOnlyList<string> Failing,
        LockSettings Resultant,
        bool AdminNeeded,
        bool MailSyncs,
        IReadOnlyList<string> Advice
    );
}
