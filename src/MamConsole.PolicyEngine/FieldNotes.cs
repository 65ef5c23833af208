using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine;

/// <summary>Why one setting is as it is.</summary>
/// <param name="Field">The setting's path in the written policy's JSON, <c>deviceLock.lockAfterMinutes</c>, or <see cref="FieldNotes.WholePolicy"/>. Rows
/// of lists have no note of their own: they move.</param>
/// <param name="Text">As typed.</param>
public sealed record FieldNote(string Field, string Text);

/// <summary>
/// The reasons that people wrote beside the settings of a policy, at most one for each, in the order of their paths. In JSON one object:
/// <c>{ "deviceLock.lockAfterMinutes": "Audit of 2025" }</c>.
/// </summary>
[JsonConverter(typeof(FieldNotesConverter))]
public sealed record FieldNotes
{
    /// <summary>The path of a note on the policy as a whole.</summary>
    public const string WholePolicy = "policy";

    private static readonly FrozenSet<string> Known = Paths().ToFrozenSet(StringComparer.Ordinal);

    private FieldNotes(ValueList<FieldNote> notes) => Notes = notes;

    /// <summary>By path.</summary>
    public ValueList<FieldNote> Notes { get; }

    /// <summary>Whether a note can stand there: a setting of some area, or the whole policy.</summary>
    public static bool IsField(string path) => Known.Contains(path);

    /// <summary>The notes with this one in it; an empty text takes it out. Null when none is left.</summary>
    /// <exception cref="ArgumentException">The path is no setting.</exception>
    public static FieldNotes? With(FieldNotes? notes, string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        IEnumerable<FieldNote> others = (notes?.Notes ?? []).Where(note => note.Field != field);
        var with = Of(text.Trim() is { Length: > 0 } said ? others.Append(new FieldNote(field, said)) : IsField(field) ? others : throw new ArgumentException($"No setting: {field}.", nameof(field)));
        return with.Notes.Count == 0 ? null : with;
    }

    /// <exception cref="ArgumentException">A path is no setting, or stands there twice.</exception>
    public static FieldNotes Of(params IEnumerable<FieldNote> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        var ordered = notes.OrderBy(note => note.Field, StringComparer.Ordinal).ToValueList();
        var wrong = ordered.FirstOrDefault(note => !IsField(note.Field))
            ?? ordered.Zip(ordered.Skip(1)).FirstOrDefault(pair => pair.First.Field == pair.Second.Field).First;
        return wrong is null ? new FieldNotes(ordered) : throw new ArgumentException($"No setting, or noted twice: {wrong.Field}.", nameof(notes));
    }

    /// <summary>The note on a setting; null when there is none.</summary>
    public string? At(string field) => Notes.FirstOrDefault(note => note.Field == field)?.Text;

    private static IEnumerable<string> Paths()
    {
        WrittenPolicy.Json.MakeReadOnly(populateMissingResolver: true);
        return
        [
            WholePolicy,
            .. WrittenPolicy.Json.GetTypeInfo(typeof(WrittenPolicy)).Properties
                .Where(area => area.PropertyType.Namespace?.StartsWith($"{nameof(MamConsole)}.{nameof(PolicyEngine)}.", StringComparison.Ordinal) == true)
                .SelectMany(area => WrittenPolicy.Json.GetTypeInfo(area.PropertyType).Properties.Select(setting => $"{area.Name}.{setting.Name}")),
        ];
    }
}

internal sealed class FieldNotesConverter : JsonConverter<FieldNotes>
{
    public override FieldNotes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var notes = new List<FieldNote>();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Notes are an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = reader.GetString()!;
            if (!FieldNotes.IsField(field) || notes.Exists(note => note.Field == field))
            {
                throw new JsonException($"could not be mapped: {field}");
            }

            reader.Read();
            notes.Add(new FieldNote(field, reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A note is text.")));
        }

        return FieldNotes.Of(notes);
    }

    public override void Write(Utf8JsonWriter writer, FieldNotes value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var note in value.Notes)
        {
            writer.WriteString(note.Field, note.Text);
        }

        writer.WriteEndObject();
    }
}

/// <summary>The notes in words: each a statement of its own, so that change lists show them beside what they are about.</summary>
internal static class FieldNotesWords
{
    /// <summary>Before the path of what a note is about.</summary>
    private const string Prefix = "why.";

    /// <summary>Whether a statement or a change is a note, by its field.</summary>
    public static bool IsNote(string field) => field.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The field without the mark of a note.</summary>
    public static string SettingOf(string field) => IsNote(field) ? field[Prefix.Length..] : field;

    /// <summary>The statements, each with its note after it; the note on the whole policy first, those on settings that say nothing last.</summary>
    public static IEnumerable<Statement> Describe(FieldNotes why, Statement[] statements)
    {
        if (why.At(FieldNotes.WholePolicy) is { } about)
        {
            yield return Said(new FieldNote(FieldNotes.WholePolicy, about), "The policy", null);
        }

        foreach (var statement in statements)
        {
            yield return statement;
            if (why.At(statement.Field) is { } text)
            {
                yield return Said(new FieldNote(statement.Field, text), statement.Area, statement.Label);
            }
        }

        foreach (var note in why.Notes.Where(note => note.Field != FieldNotes.WholePolicy && !Array.Exists(statements, s => s.Field == note.Field)))
        {
            yield return Said(note, AreaOf(note.Field), note.Field);
        }
    }

    private static Statement Said(FieldNote note, string area, string? label) =>
        new($"{Prefix}{note.Field}", area, label is null ? "About it" : $"Why: {label}", note.Text, $"{(label is null ? "About this policy" : $"Why “{label}” is as it is")}: “{note.Text}”.", [], []);

    private static string AreaOf(string field) => field[..field.IndexOf('.', StringComparison.Ordinal)] switch
    {
        "assignment" => Assignment.AssignmentWords.Area,
        "informationProtection" => InformationProtection.InformationProtectionWords.Area,
        "appRules" => AppRules.AppRulesWords.Area,
        "networkBoundary" => NetworkBoundary.NetworkBoundaryWords.Area,
        "deviceLock" => DeviceLock.DeviceLockWords.Area,
        "helloPin" => HelloPin.HelloPinWords.Area,
        "certificates" => Certificates.CertificatesWords.Area,
        "handoff" => Handoff.HandoffWords.Area,
        "connectivity" => Connectivity.ConnectivityWords.Area,
        "monitoring" => Monitoring.MonitoringWords.Area,
        _ => Polling.PollingWords.Area,
    };
}
