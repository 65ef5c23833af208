namespace MamConsole.IntegrationTests.Journeys;

/// <summary>Runs an action after the server has answered a message and before the device receives the answer.</summary>
internal sealed class BetweenAnswers(Func<int, Task> onAnswer) : DelegatingHandler
{
    private int messages;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri!.AbsolutePath.StartsWith("/mam/sync", StringComparison.Ordinal))
        {
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            await onAnswer(++messages);
        }

        return answer;
    }
}
