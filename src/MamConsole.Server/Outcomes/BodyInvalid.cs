using System.Text.Json;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Outcomes;

/// <summary>The body is not what this address takes.</summary>
/// <param name="Path">Where in the body, as a JSON path.</param>
/// <param name="Reason">What is wrong there.</param>
public sealed record BodyInvalid(string Path, string Reason) : Problem($"The body is wrong at {Path}. {Reason}")
{
    public override int Status => StatusCodes.Status400BadRequest;

    // The serializer's own words name classes; people need the path and the kind of fault.
    internal static BodyInvalid From(JsonException error) =>
        new(
            PathOf(error),
            error.InnerException is JsonFaultException known ? known.Message
                : error.Message.Contains("could not be mapped", StringComparison.Ordinal)
                    ? "This member is not known: look for a misspelling."
                : error.Message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase) ? "This member stands here twice."
                : error.Message.Contains("missing required", StringComparison.Ordinal) ? "A member is missing here."
                : "The value has the wrong type, is null where it may not be, or the JSON is broken."
        );

    // Lists are read by themselves: the exception inside knows the rest of the way.
    private static string PathOf(JsonException error) =>
        (error.Path is { Length: > 0 } path ? path : "$") + (error.InnerException is JsonException inside ? PathOf(inside)[1..] : "");
}
