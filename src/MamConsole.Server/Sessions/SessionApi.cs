using System.Text;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Devices;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Sessions;

/// <summary>The REST API of sessions, and the download of the console.</summary>
internal static class SessionApi
{
    public static void MapSessions(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints
            .MapGroup($"{DeviceApi.Root}/{{deviceId}}/sessions")
            .WithTags("Sessions")
            .RequireAuthorization(AccessPolicies.Api)
            .CanFail<NotFound>();

        api.MapGet(
                "/",
                (HttpContext http, string deviceId, string? after, string? take, SessionQueries queries, CancellationToken ct) =>
                    QueryText.Read(take, "take", out long? number) is { } problem
                        ? Task.FromResult(ProblemResults.From(problem))
                        : ApiRequest.RunAsync(
                            http,
                            who =>
                                queries.ListAsync(who, deviceId, after, (int)Math.Clamp(number ?? 50, 1, SessionQueries.MaximumTake), ct),
                            ApiJson.Ok,
                            p => ProblemResults.From(p)
                        )
            )
            .Describe(
                "ListSessions",
                Ability.ReadDevices,
                "Lists the recorded sessions of a device, newest first.",
                "Sessions with nothing to do are counted in one entry."
            )
            .WithQuery(QueryParameter.After(), QueryParameter.Take(50, SessionQueries.MaximumTake))
            .CanFail<PageKeyUnknown>()
            .Produces<SessionPage>();

        api.MapGet(
                "/{sessionId}",
                (HttpContext http, string deviceId, string sessionId, SessionQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => queries.GetAsync(who, deviceId, sessionId, ct),
                        ApiJson.Ok,
                        p => ProblemResults.From(p)
                    )
            )
            .Describe("GetSession", Ability.ReadDevices, "Gets a recorded session, message by message, as text and as XML without secrets.")
            .Produces<SessionDetail>();

        api.MapGet("/{sessionId}/export", ExportAsync)
            .Describe("ExportSession", Ability.ReadDevices, "Gets a recorded session as a text file for a ticket.")
            .Produces<string>(contentType: "text/plain");

        // The console authenticates people with a cookie, which the API does not accept.
        endpoints.MapGet("/devices/{deviceId}/sessions/{sessionId}/export", ExportAsync).ExcludeFromDescription();
    }

    private static Task<IResult> ExportAsync(
        HttpContext http,
        string deviceId,
        string sessionId,
        SessionQueries queries,
        CancellationToken ct
    ) => ApiRequest.RunAsync(http, who => queries.GetAsync(who, deviceId, sessionId, ct), Download, p => ProblemResults.From(p));

    private static IResult Download(SessionDetail session) =>
        TypedResults.File(Encoding.UTF8.GetBytes(TranscriptText.Of(session)), "text/plain; charset=utf-8", $"session-{session.Row.Id}.txt");
}
