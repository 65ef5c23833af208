using MamConsole.Server.Outcomes;
using Microsoft.Net.Http.Headers;

namespace MamConsole.Server.Access.Description;

/// <summary>
/// What endpoints of the REST API say about themselves for <c>/openapi/v1.json</c>. Nothing here changes how a request is handled.
/// </summary>
internal static class ApiDescriptions
{
    private const string Json = "application/json";

    /// <summary>A number in double quotes: every entity tag of this API.</summary>
    private const string TagPattern = "^\"[0-9]+\"$";

    /// <param name="endpoint">The endpoint.</param>
    /// <param name="operationId">Verb and noun in PascalCase, unique in the API: generated clients name a method after it.</param>
    /// <param name="ability">What the use case asks for.</param>
    /// <param name="summary">One plain sentence.</param>
    /// <param name="description">Limits and what is not obvious, in Markdown; roles are added by themselves.</param>
    public static RouteHandlerBuilder Describe(
        this RouteHandlerBuilder endpoint,
        string operationId,
        Ability ability,
        string summary,
        string? description = null
    )
    {
        endpoint.WithName(operationId).WithSummary(summary).WithMetadata(new RequiredAbility(ability));
        return description is null ? endpoint : endpoint.WithDescription(description);
    }

    /// <summary>Reads a JSON body by <see cref="ApiJson.ReadAsync"/>, and can fail as that does.</summary>
    public static RouteHandlerBuilder ReadsJson<T>(this RouteHandlerBuilder endpoint, bool isOptional = false)
        where T : notnull =>
        // "*/*" keeps routing from refusing other types with a bare 415: ApiJson does, with a reason. It is left out of the document.
        endpoint.Accepts<T>(isOptional, Json, "*/*").CanFail<BodyInvalid>().CanFail<BodyTooLarge>().CanFail<BodyNotJson>();

    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder endpoint, params QueryParameter[] parameters) =>
        endpoint.WithMetadata([.. parameters]).CanFail<QueryInvalid>();

    /// <summary>Needs <c>If-Match</c> with the entity tag that the edit started from.</summary>
    /// <typeparam name="TMissing">The problem without it.</typeparam>
    /// <typeparam name="TConflict">The problem when the tag no longer holds: 412.</typeparam>
    public static RouteHandlerBuilder NeedsIfMatch<TMissing, TConflict>(this RouteHandlerBuilder endpoint)
        where TMissing : Problem
        where TConflict : Problem =>
        endpoint
            .WithMetadata(
                new HeaderParameter(
                    HeaderNames.IfMatch,
                    "The `ETag` of what the edit started from: one strong entity tag, a number in double quotes. `*`, weak tags "
                        + "and lists count as missing."
                )
                {
                    IsRequired = true,
                    Pattern = TagPattern,
                    Example = "\"7\"",
                }
            )
            .CanFail<TMissing>()
            .CanFail<TConflict>(StatusCodes.Status412PreconditionFailed);

    /// <summary>Answers 200 with an <c>ETag</c> for <c>If-Match</c>.</summary>
    public static RouteHandlerBuilder AnswersWithETag(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(
            new ResponseHeader(
                StatusCodes.Status200OK,
                HeaderNames.ETag,
                "The entity tag of what the answer holds: a number in double quotes. Send it as `If-Match` with the next edit."
            )
            {
                Example = "\"7\"",
            }
        );

    /// <summary>Answers 201 with the address of the new thing.</summary>
    public static RouteHandlerBuilder AnswersWithLocation(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(
            new ResponseHeader(StatusCodes.Status201Created, HeaderNames.Location, "The address of what was created, without a host.")
        );

    /// <summary>Can answer with this problem under its own status.</summary>
    public static RouteHandlerBuilder CanFail<T>(this RouteHandlerBuilder endpoint)
        where T : Problem => endpoint.WithMetadata(PossibleProblem.Of<T>());

    /// <summary>Can answer with this problem under another status than its own.</summary>
    public static RouteHandlerBuilder CanFail<T>(this RouteHandlerBuilder endpoint, int status)
        where T : Problem => endpoint.WithMetadata(new PossibleProblem(typeof(T), status));

    /// <summary>The same for each endpoint of a group.</summary>
    public static RouteGroupBuilder CanFail<T>(this RouteGroupBuilder group)
        where T : Problem => group.WithMetadata(PossibleProblem.Of<T>());
}
