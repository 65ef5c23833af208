using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Startup.ApiDocument;

/// <summary>Converts the text of XML doc comments for callers of the API, who use JSON members instead of C# names.</summary>
internal static partial class DocumentText
{
    private static readonly ILookup<string, Type> Types = new[] { typeof(WrittenPolicy), typeof(DocumentText) }
        .SelectMany(type => type.Assembly.GetTypes())
        .ToLookup(type => type.Name, StringComparer.Ordinal);

    /// <summary>One line, with references to C# members replaced by the JSON members, values or numbers that they represent.</summary>
    public static string Clean(string? text) => Reference().Replace(Space().Replace(text ?? "", " ").Trim(), Meaning);

    private static string Meaning(Match found)
    {
        var member = found.Groups["member"].Value;
        if (!Types.Contains(found.Groups["type"].Value))
        {
            return found.Value;
        }

        var constant = Types[found.Groups["type"].Value]
            .Where(type => !type.IsEnum)
            .Select(type => type.GetField(member, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .FirstOrDefault(field => field?.IsLiteral == true);
        return constant is null
            ? $"{found.Groups["before"].Value}`{JsonNamingPolicy.CamelCase.ConvertName(member)}`"
            : $"{found.Groups["before"].Value}{Convert.ToString(constant.GetRawConstantValue(), CultureInfo.InvariantCulture)}";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    // The generator writes a reference to a member as its type, its class and its name: "string? PublishRequest.Reason". A capitalized type
    // is recognized only with its question mark, because otherwise the first word of a sentence would be lost.
    [GeneratedRegex(
        @"(?<before>^|[\s(])(?:(?:string|bool|int|long|byte|double)\??(?:\[\])? |[A-Z]\w*(?:<[^>]*>)?\? |[A-Z]\w*<[^>]*> )?(?<type>[A-Z]\w*)\.(?<member>[A-Z]\w*)\b"
    )]
    private static partial Regex Reference();
}
