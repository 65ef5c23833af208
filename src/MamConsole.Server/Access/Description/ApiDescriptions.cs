using MamConsole.Server.Outcomes;
using Microsoft.Net.Http.Headers;

namespace MamConsole.Server.Access.Description;

/// <summary>Describes the endpoints of the REST API for <c>/openapi/v1.json</c>. Nothing here changes how a request is handled.</summary>
internal static class ApiDescriptions
{
    private const string Json = "application/json";

    /// <summary>A number in double quotes: the format of every entity tag of this API.</summary>
    private const string TagPattern = "^\"[0-9]+\"$";

    /// <param name="endpoint">The endpoint.</param>
    /// <param name="operationId">Verb and noun in PascalCase, unique in the API: generated clients name a method after it.</param>
    /// <param name="ability">The ability that the use case requires.</param>
    /// <param name="summary">One plain sentence.</param>
    /// <param name="description">Limits and what is not obvious, in Markdown; the roles are added automatically.</param>
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

    /// <summary>Declares a JSON body that <see cref="ApiJson.ReadAsync"/> reads, and the problems of reading it.</summary>
    public static RouteHandlerBuilder ReadsJson<T>(this RouteHandlerBuilder endpoint, bool isOptional = false)
        where T : notnull =>
        // "*/*" keeps routing from rejecting other types with a bare 415: ApiJson rejects them with a reason. The document omits it.
        endpoint.Accepts<T>(isOptional, Json, "*/*").CanFail<BodyInvalid>().CanFail<BodyTooLarge>().CanFail<BodyNotJson>();

    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder endpoint, params QueryParameter[] parameters) =>
        endpoint.WithMetadata([.. parameters]).CanFail<QueryInvalid>();

    /// <summary>Declares that <c>If-Match</c> is required, with the entity tag on which the edit is based.</summary>
    /// <typeparam name="TMissing">The problem when the header is missing.</typeparam>
    /// <typeparam name="TConflict">The problem when the tag is not current: 412.</typeparam>
    public static RouteHandlerBuilder NeedsIfMatch<TMissing, TConflict>(this RouteHandlerBuilder endpoint)
        where TMissing : Problem
        where TConflict : Problem =>
        endpoint
            .WithMetadata(
                new HeaderParameter(
                    HeaderNames.IfMatch,
                    "The `ETag` of the resource on which the edit is based: one strong entity tag, a number in double quotes. `*`, "
                        + "weak tags and lists count as missing."
                )
                {
                    IsRequired = true,
                    Pattern = TagPattern,
                    Example = "\"7\"",
                }
            )
            .CanFail<TMissing>()
            .CanFail<TConflict>(StatusCodes.Status412PreconditionFailed);

    /// <summary>Declares a 200 response with an <c>ETag</c> for <c>If-Match</c>.</summary>
    public static RouteHandlerBuilder AnswersWithETag(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(
            new ResponseHeader(
                StatusCodes.Status200OK,
                HeaderNames.ETag,
                "The entity tag of the returned resource: a number in double quotes. Send it as `If-Match` with the next edit."
            )
            {
                Example = "\"7\"",
            }
        );

    /// <summary>Declares a 201 response with the address of the created resource.</summary>
    public static RouteHandlerBuilder AnswersWithLocation(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(
            new ResponseHeader(StatusCodes.Status201Created, HeaderNames.Location, "The address of the created resource, without a host.")
        );

    /// <summary>Declares that the operation can return this problem with its own status.</summary>
    public static RouteHandlerBuilder CanFail<T>(this RouteHandlerBuilder endpoint)
        where T : Problem => endpoint.WithMetadata(PossibleProblem.Of<T>());

    /// <summary>Declares that the operation can return this problem with another status than its own.</summary>
    public static RouteHandlerBuilder CanFail<T>(this RouteHandlerBuilder endpoint, int status)
        where T : Problem => endpoint.WithMetadata(new PossibleProblem(typeof(T), status));

    /// <summary>Declares the problem for each endpoint of a group.</summary>
    public static RouteGroupBuilder CanFail<T>(this RouteGroupBuilder group)
        where T : Problem => group.WithMetadata(PossibleProblem.Of<T>());
}
