using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MamConsole.Protocol;

namespace MamConsole.Server.Startup;

/// <summary>A request and its response as text, without credentials: signatures are removed from tokens, secrets from messages.</summary>
internal static class TraceText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static byte[] Of(
        HttpContext context,
        ReadOnlyMemory<byte> request,
        ReadOnlyMemory<byte> answer,
        DateTimeOffset at,
        TimeSpan duration
    )
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{at.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} UTC, from {context.Connection.RemoteIpAddress}, answered in "
                + $"{duration.TotalMilliseconds:0.0} ms"
        );
        text.AppendLine()
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"{context.Request.Method} {context.Request.Path}{SecretMask.MaskText(context.Request.QueryString.ToString())} "
                    + $"{context.Request.Protocol}"
            );
        Headers(text, context.Request.Headers);
        Body(text, request, context.Request.ContentType);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"HTTP {context.Response.StatusCode}");
        Headers(text, context.Response.Headers);
        Body(text, answer, context.Response.ContentType);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Headers(StringBuilder text, IHeaderDictionary headers)
    {
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                text.Append(name)
                    .Append(": ")
                    .AppendLine(
                        name.ToLowerInvariant() switch
                        {
                            "authorization" or "devicetoken" => Token(value ?? ""),
                            "cookie" or "set-cookie" or "proxy-authorization" => Hidden(value),
                            // The proof of acceptance, which is sent once more at enrollment.
                            "location" => Location(value ?? ""),
                            _ => OneLine(SecretMask.MaskText(value ?? "")),
                        }
                    );
            }
        }

        text.AppendLine();
    }

    /// <summary>A token's header and claims, which are needed for diagnosis; without the signature nobody can use them.</summary>
    private static string Token(string value)
    {
        var space = value.LastIndexOf(' ');
        var parts = value[(space + 1)..].Split('.');
        return parts.Length == 3 && Json(parts[0]) is { } header && Json(parts[1]) is { } claims
            ? $"{OneLine(value[..(space + 1)])}(a token, its signature omitted){Environment.NewLine}{header}{Environment.NewLine}{claims}"
            : $"(not a readable token, {value.Length} characters)";
    }

    private static string? Json(string part)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
            return JsonSerializer.Serialize(document.RootElement, Indented);
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string Location(string value)
    {
        var blob = value.IndexOf("OpaqueBlob=", StringComparison.OrdinalIgnoreCase);
        return OneLine(blob < 0 ? value : $"{value[..(blob + "OpaqueBlob=".Length)]}{Hidden(value[(blob + "OpaqueBlob=".Length)..])}");
    }

    private static void Body(StringBuilder text, ReadOnlyMemory<byte> body, string? contentType)
    {
        if (body.IsEmpty)
        {
            return;
        }

        var isXml = contentType?.Contains("xml", StringComparison.OrdinalIgnoreCase) == true;
        var masked = isXml ? SecretMask.Mask(body.Span) : null;
        text.AppendLine(
            masked is not null ? Encoding.UTF8.GetString(masked)
            : isXml ? $"(XML of {body.Length} bytes that cannot be parsed to its end, so its secrets could not be masked; omitted)"
            : $"({body.Length} bytes that are not XML; omitted)"
        );
    }

    private static string Hidden(string? value) => $"[hidden: {value?.Length ?? 0} characters]";

    /// <summary>Line breaks in a value would look like the next header.</summary>
    private static string OneLine(string value) => value.ReplaceLineEndings(" ");
}
