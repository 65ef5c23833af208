using System.Globalization;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Statements;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>What stands against a node, in words.</summary>
internal static class DeviationWords
{
    public static SettingDeviationState Describe(KnownSettingDeviation known, IReadOnlyList<Statement> statements)
    {
        var deviation = known.Deviation;
        var statement = statements.FirstOrDefault(s => s.Nodes.Contains(deviation.LocUri));
        var name = statement?.Label ?? deviation.LocUri[(deviation.LocUri.LastIndexOf('/') + 1)..];
        return new SettingDeviationState(
            deviation.Kind.ToString().ToLowerInvariant(),
            $"{name}: {Heading(deviation, statement)}",
            Words(deviation, statement),
            known.Since,
            deviation.Code,
            deviation.OriginalError,
            deviation.LocUri
        );
    }

    public static string Words(SettingDeviation deviation, Statement? statement) =>
        deviation.Kind switch
        {
            DeviationKind.Deferred when deviation.LocUri.EndsWith("/ManagementServerToUpgradeTo", StringComparison.Ordinal) =>
                "We send the link only after the PC reads back that moving keeps its work files.",
            DeviationKind.Deferred =>
                "We turn protection on only after the PC has acknowledged the boundary, the app lists and the work identity.",
            DeviationKind.Unknown when deviation.Code == StatusCode.TooLarge.Value =>
                $"It was not sent: it is larger than the messages that the PC takes.{Again(deviation)}",
            DeviationKind.Unknown when deviation.Code == UnsentCommand.SecretMissing.Value =>
                "It was not sent: a secret of it cannot be read on this server. Type it again in the policy and "
                    + $"publish.{Again(deviation)}",
            DeviationKind.Unknown when deviation.Code == UnsentCommand.NotAllowed.Value =>
                "It was not sent: MAM does not allow it. Publish the policy again; if that does not help, this is a fault of MamConsole.",
            DeviationKind.Unknown when deviation.Code is not null =>
                "It was not sent: its value holds a character that cannot be sent. It is sent once the policy gives it another value.",
            DeviationKind.Unknown => "It was sent, and the PC never said what became of it. It is sent again at the next check-in.",
            DeviationKind.NotReadBack => "The PC said “done”, and tells no value when we ask for it.",
            DeviationKind.Differs when deviation.Code == StatusCode.NotFound.Value =>
                "The PC said “done”, and says now that it is not there any more.",
            DeviationKind.Differs =>
                $"The PC said “done”, and reads back {Short(deviation.Value)}. A Group Policy or another rule on the PC can "
                    + "overrule what we send.",
            _ when statement is null && deviation.Value is null =>
                $"It no longer belongs to the policy, and the PC refused to remove it: {Code(deviation)}.{Again(deviation)}",
            _ => $"The PC answered: {Code(deviation)}.{Again(deviation)}",
        };

    private static string Heading(SettingDeviation deviation, Statement? statement) =>
        deviation.Kind switch
        {
            DeviationKind.Deferred => "held back",
            DeviationKind.Unknown when deviation.Code is not null => "not sent",
            DeviationKind.Unknown => "no answer",
            DeviationKind.NotReadBack => "not read back",
            DeviationKind.Differs when deviation.Code == StatusCode.NotFound.Value => "not there any more",
            DeviationKind.Differs => statement is null ? "differs" : $"should be {statement.Value}",
            _ => "refused",
        };

    private static string Short(string? value) =>
        value is null or "" ? "nothing"
        : value.Length <= 80 ? $"“{value}”"
        : $"“{value[..80]}…”";

    private static string Code(SettingDeviation d)
    {
        var words = StatusMeaning.Of(new StatusCode(d.Code ?? 0)).Words;
        return d.OriginalError is null ? $"{words} ({d.Code})" : $"{words} ({d.Code}, Windows error {d.OriginalError})";
    }

    private static string Again(SettingDeviation d) =>
        d.Retry.Next switch
        {
            null => " It is not sent again until the policy or Windows changes, or somebody asks for it.",
            { } next when next <= DateTimeOffset.UnixEpoch => " It is sent again at the next check-in.",
            { } next => " It is sent again at the first call after "
                + $"{next.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}.",
        };
}
