using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server;

/// <summary>JSON as the REST API speaks it: that of policies, with names for what the database keeps as numbers.</summary>
internal static class ApiJson
{
    /// <summary>Bytes of a request's body at most.</summary>
    public const int MaximumBody = 1024 * 1024;

    public static readonly JsonSerializerOptions Options = new(WrittenPolicy.Json)
    {
        AllowDuplicateProperties = false,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IResult Ok<T>(T value) => TypedResults.Json(value, Options);

    /// <param name="address">Where the new thing stands.</param>
    /// <param name="value">The new thing.</param>
    public static IResult Created<T>(string address, T value) => new CreatedJson(address, Results.Json(value, Options, statusCode: StatusCodes.Status201Created));

    /// <summary>Reads a body strictly: an unknown or repeated member, a wrong type or a missing value is a problem that names its path.</summary>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return new BodyNotJson();
        }

        if (await ReadBytesAsync(request, MaximumBody, cancellationToken) is not { } body)
        {
            return new BodyTooLarge(MaximumBody);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(body.Span, Options) is { } value
                ? value
                : new BodyInvalid("$", "An object is needed here, not null.");
        }
        catch (JsonException e)
        {
            return BodyInvalid.From(e);
        }
    }

    /// <summary>The whole body, or null when it is longer than <paramref name="limit"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadBytesAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        if (await TryReadAsync(request, body, limit, cancellationToken))
        {
            return body.ToArray();
        }

        await DeviceHttp.DiscardAsync(request, limit, cancellationToken);
        return null;
    }

    private static async Task<bool> TryReadAsync(HttpRequest request, MemoryStream body, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return false;
        }

        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > limit)
            {
                return false;
            }

            body.Write(buffer, 0, read);
        }

        return true;
    }

    private sealed class CreatedJson(string address, IResult body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.Location = address;
            return body.ExecuteAsync(httpContext);
        }
    }
}

/// <summary>The body is not what this address takes.</summary>
/// <param name="Path">Where in the body, as a JSON path.</param>
/// <param name="Why">What is wrong there.</param>
public sealed record BodyInvalid(string Path, string Why) : Problem($"The body is wrong at {Path}. {Why}")
{
    public override int Status => StatusCodes.Status400BadRequest;

    // The serializer's own words name classes; people need the path and the kind of fault.
    internal static BodyInvalid From(JsonException error) => new(
        PathOf(error),
        error.InnerException is JsonFaultException known ? known.Message
        : error.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "This member is not known: look for a misspelling."
        : error.Message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase) ? "This member stands here twice."
        : error.Message.Contains("missing required", StringComparison.Ordinal) ? "A member is missing here."
        : "The value has the wrong type, is null where it may not be, or the JSON is broken.");

    // Lists are read by themselves: the exception inside knows the rest of the way.
    private static string PathOf(JsonException error) =>
        (error.Path is { Length: > 0 } path ? path : "$") + (error.InnerException is JsonException inside ? PathOf(inside)[1..] : "");
}

/// <summary>The body is no JSON.</summary>
public sealed record BodyNotJson() : Problem("Send JSON with the content type application/json.")
{
    public override int Status => StatusCodes.Status415UnsupportedMediaType;
}

/// <summary>The body is too long.</summary>
/// <param name="Limit">Bytes at most.</param>
public sealed record BodyTooLarge(int Limit) : Problem($"The body is longer than {Limit} bytes.")
{
    public override int Status => StatusCodes.Status413PayloadTooLarge;
}
