using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Access;

/// <summary>The steps of every API request: identify the administrator, read the body, run the use case and return its result.</summary>
internal static class ApiRequest
{
    public static async Task<IResult> RunAsync<T>(
        HttpContext http,
        Func<Administrator, Task<Outcome<T>>> use,
        Func<T, IResult> answer,
        Func<Problem, IResult> toResult
    ) =>
        Administrators.From(http.User) is { } who
            ? (await use(who)).Match(answer, toResult)
            : toResult(new NotAllowed(Ability.ReadPolicies));

    /// <summary>Runs a use case that takes a body; the body is read only for administrators with a role.</summary>
    public static async Task<IResult> RunAsync<TBody, T>(
        HttpContext http,
        Func<Administrator, TBody, Task<Outcome<T>>> use,
        Func<T, IResult> answer,
        Func<Problem, IResult> toResult,
        CancellationToken cancellationToken
    )
        where TBody : class =>
        await RunAsync(
            http,
            async who =>
                await (await ApiJson.ReadAsync<TBody>(http.Request, cancellationToken)).Match(
                    body => use(who, body),
                    problem => Task.FromResult<Outcome<T>>(problem)
                ),
            answer,
            toResult
        );

    /// <summary>Whether the request has a body.</summary>
    public static bool HasBody(this HttpRequest request) =>
        request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true
        && request.ContentLength != 0;
}
