using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Outcomes;

/// <summary>The JSON of the REST API: that of policies, with names for values that the database stores as numbers.</summary>
internal static class ApiJson
{
    /// <summary>The maximum size of a request's body in bytes.</summary>
    public const int MaximumBody = 1024 * 1024;

    public static readonly JsonSerializerOptions Options = new(WrittenPolicy.Json)
    {
        AllowDuplicateProperties = false,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IResult Ok<T>(T value) => TypedResults.Json(value, Options);

    /// <param name="address">The address of the created resource.</param>
    /// <param name="value">The created resource.</param>
    public static IResult Created<T>(string address, T value) =>
        new CreatedJson(address, Results.Json(value, Options, statusCode: StatusCodes.Status201Created));

    /// <summary>Reads a body strictly: an unknown or repeated member, a wrong type or a missing value is a problem with its path.</summary>
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
                : new BodyInvalid("$", "An object is required, not null.");
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

        await RequestBody.DiscardAsync(request, limit, cancellationToken);
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
