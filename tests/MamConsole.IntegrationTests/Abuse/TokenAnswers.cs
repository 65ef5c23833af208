namespace MamConsole.IntegrationTests.Abuse;

/// <summary>
/// Two servers with different configurations of the answer to a message without a valid token (docs/reference/contract.md §3).
/// </summary>
public sealed class TokenAnswers : IAsyncLifetime
{
    internal IReadOnlyList<Post> Both { get; private set; } = [];

    public async ValueTask InitializeAsync() => Both = [await Post.CreateAsync("SyncMLStatus"), await Post.CreateAsync("Http401")];

    public async ValueTask DisposeAsync()
    {
        foreach (var post in Both)
        {
            await post.Journey.DisposeAsync();
        }
    }
}
