using System.Text;
using MamConsole.Server.Access;

namespace MamConsole.Server.HelpDesk;

/// <summary>Conversations over REST, and the download behind the console's own button.</summary>
internal static class ConversationApi
{
    public static void MapConversations(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints
            .MapGroup($"{DeviceApi.Root}/{{deviceId}}/conversations")
            .WithTags("Devices")
            .RequireAuthorization(AccessPolicies.Api)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);

        api.MapGet(
                "/",
                (HttpContext http, string deviceId, string? after, string? take, ConversationQueries queries, CancellationToken ct) =>
                    QueryText.Read(take, "take", out long? number) is { } problem
                        ? Task.FromResult(ProblemResults.From(problem))
                        : ApiRequest.RunAsync(
                            http,
                            who =>
                                queries.ListAsync(
                                    who,
                                    deviceId,
                                    after,
                                    (int)Math.Clamp(number ?? 50, 1, ConversationQueries.MaximumTake),
                                    ct
                                ),
                            ApiJson.Ok,
                            p => ProblemResults.From(p)
                        )
            )
            .Produces<ConversationPage>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

        api.MapGet(
                "/{conversationId}",
                (HttpContext http, string deviceId, string conversationId, ConversationQueries queries, CancellationToken ct) =>
                    ApiRequest.RunAsync(
                        http,
                        who => queries.GetAsync(who, deviceId, conversationId, ct),
                        ApiJson.Ok,
                        p => ProblemResults.From(p)
                    )
            )
            .Produces<ConversationDetail>();

        api.MapGet("/{conversationId}/export", ExportAsync).Produces<string>(contentType: "text/plain");

        // The console's people come with a cookie, which the API does not take.
        endpoints.MapGet("/devices/{deviceId}/sessions/{conversationId}/export", ExportAsync).ExcludeFromDescription();
    }

    private static Task<IResult> ExportAsync(
        HttpContext http,
        string deviceId,
        string conversationId,
        ConversationQueries queries,
        CancellationToken ct
    ) => ApiRequest.RunAsync(http, who => queries.GetAsync(who, deviceId, conversationId, ct), Download, p => ProblemResults.From(p));

    private static IResult Download(ConversationDetail conversation) =>
        TypedResults.File(
            Encoding.UTF8.GetBytes(ConversationText.Of(conversation)),
            "text/plain; charset=utf-8",
            $"conversation-{conversation.Row.Id}.txt"
        );
}
