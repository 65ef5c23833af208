using System.Text.Json;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Outcomes;

/// <summary>The body does not have the structure that this operation requires.</summary>
/// <param name="Path">The position in the body, as a JSON path.</param>
/// <param name="Reason">The error at that position.</param>
public sealed record BodyInvalid(string Path, string Reason) : Problem($"The body is invalid at {Path}. {Reason}")
{
    public override int Status => StatusCodes.Status400BadRequest;

    // The serializer's own messages contain class names; callers need the path and the kind of error.
    internal static BodyInvalid From(JsonException error) =>
        new(
            PathOf(error),
            error.InnerException is JsonFaultException known ? known.Message
                : error.Message.Contains("could not be mapped", StringComparison.Ordinal)
                    ? "This member is not supported: check its spelling."
                : error.Message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase) ? "This member occurs twice."
                : error.Message.Contains("missing required", StringComparison.Ordinal) ? "A required member is missing."
                : "The value has the wrong type, is null although it is required, or the JSON is malformed."
        );

    // Lists are read by a nested call: the inner exception contains the rest of the path.
    private static string PathOf(JsonException error) =>
        (error.Path is { Length: > 0 } path ? path : "$") + (error.InnerException is JsonException inside ? PathOf(inside)[1..] : "");
}
