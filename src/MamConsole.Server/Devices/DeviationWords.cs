using System.Globalization;
using System.Text.Json;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Statements;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>Describes setting errors and drift as text.</summary>
internal static class DeviationWords
{
    public static SettingDeviationState Describe(KnownSettingDeviation known, IReadOnlyList<Statement> statements)
    {
        var deviation = known.Deviation;
        var statement = statements.FirstOrDefault(s => s.Nodes.Contains(deviation.LocUri));
        var name = statement?.Label ?? deviation.LocUri[(deviation.LocUri.LastIndexOf('/') + 1)..];
        return new SettingDeviationState(
            JsonNamingPolicy.CamelCase.ConvertName(deviation.Kind.ToString()),
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
                "The MDM enrollment link is sent only after the PC reads back that the handoff keeps its work files.",
            DeviationKind.Deferred =>
                "WIP is turned on only after the PC acknowledges the network boundary, the app lists and the corporate identity.",
            DeviationKind.Unknown when deviation.Code == StatusCode.TooLarge.Value =>
                $"It was not sent: it exceeds the PC’s maximum message size.{Again(deviation)}",
            DeviationKind.Unknown when deviation.Code == UnsentCommand.SecretMissing.Value =>
                "It was not sent: one of its secrets cannot be read on this server. Enter the secret again in the policy and "
                    + $"publish.{Again(deviation)}",
            DeviationKind.Unknown when deviation.Code == UnsentCommand.NotAllowed.Value =>
                "It was not sent: MAM does not allow it. Publish the policy again; if that does not help, this is a defect in MamConsole.",
            DeviationKind.Unknown when deviation.Code is not null =>
                "It was not sent: its value contains a character that cannot be sent. It is sent after its value in the policy changes.",
            DeviationKind.Unknown => "It was sent, but the PC returned no status for it. It is sent again at the next check-in.",
            DeviationKind.NotReadBack => "The PC acknowledged the setting, but returned no value when it was read.",
            DeviationKind.Differs when deviation.Code == StatusCode.NotFound.Value =>
                "The PC acknowledged the setting, but reports now that it does not exist.",
            DeviationKind.Differs =>
                $"The PC acknowledged the setting, but reads back {Short(deviation.Value)}. A Group Policy or another rule on the "
                    + "PC can override the value.",
            _ when statement is null && deviation.Value is null =>
                $"It no longer belongs to the policy, and the PC rejected its removal: {Code(deviation)}.{Again(deviation)}",
            _ => $"The PC rejected the setting: {Code(deviation)}.{Again(deviation)}",
        };

    private static string Heading(SettingDeviation deviation, Statement? statement) =>
        deviation.Kind switch
        {
            DeviationKind.Deferred => "deferred",
            DeviationKind.Unknown when deviation.Code is not null => "not sent",
            DeviationKind.Unknown => "no status received",
            DeviationKind.NotReadBack => "not read back",
            DeviationKind.Differs when deviation.Code == StatusCode.NotFound.Value => "no longer exists",
            DeviationKind.Differs => statement is null ? "differs" : $"should be {statement.Value}",
            _ => "rejected",
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
            null => " It is not sent again until the policy or Windows changes, or somebody requests it.",
            { } next when next <= DateTimeOffset.UnixEpoch => " It is sent again at the next check-in.",
            { } next => " It is sent again at the first check-in after "
                + $"{next.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}.",
        };
}
