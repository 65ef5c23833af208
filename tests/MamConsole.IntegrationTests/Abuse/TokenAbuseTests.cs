using MamConsole.IntegrationTests.Access;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.Protocol.SyncML;

namespace MamConsole.IntegrationTests.Abuse;

/// <summary>
/// Each hostile token of the catalog over real HTTP: in the header and in the message, with both configurations of the answer.
/// </summary>
public sealed class TokenAbuseTests(TokenAnswers answers) : IClassFixture<TokenAnswers>
{
    /// <summary>Cases that cannot be sent in a header, or that are only whitespace around a text of a message.</summary>
    private static readonly string[] NotOnTheWire = ["T-22 line end", "T-22 space before"];

    [Theory]
    [
        InlineData("T-01"),
        InlineData("T-02"),
        InlineData("T-03"),
        InlineData("T-04"),
        InlineData("T-05"),
        InlineData("T-06"),
        InlineData("T-07"),
        InlineData("T-08")
    ]
    [
        InlineData("T-09"),
        InlineData("T-10"),
        InlineData("T-11"),
        InlineData("T-13"),
        InlineData("T-14"),
        InlineData("T-15"),
        InlineData("T-16"),
        InlineData("T-17")
    ]
    [
        InlineData("T-19"),
        InlineData("T-20"),
        InlineData("T-21"),
        InlineData("T-22"),
        InlineData("T-23"),
        InlineData("T-24"),
        InlineData("T-25"),
        InlineData("T-27")
    ]
    [InlineData("T-34")]
    public async Task Sync_RejectsAHostileTokenInHeaderAndMessage(string id)
    {
        foreach (var post in answers.Both)
        {
            var before = await post.Journey.SnapshotAsync();
            var texts = new HashSet<string>();
            foreach (var (name, token) in Cases(TokenCases.Rejected, id, post))
            {
                var inHeader = await SendAsync(post, header: token);
                Assert.True(
                    inHeader is { Status: 401, Challenge: "Bearer" } || (id == "T-24" && inHeader.Status == 431),
                    $"{name}: {inHeader}"
                );
                if (inHeader.Status == 401)
                {
                    texts.Add(inHeader.Text);
                }

                CheckInMessage(post, name, token, await SendAsync(post, inside: token));
            }

            Assert.Single(texts);
            Assert.Equal(before, await post.Journey.SnapshotAsync());
        }
    }

    [Theory]
    [InlineData("T-12"), InlineData("T-18")]
    public async Task Sync_ForbidsAGenuineTokenWithoutAUserOrScope(string id)
    {
        foreach (var post in answers.Both)
        {
            var before = await post.Journey.SnapshotAsync();
            foreach (var (name, token) in Cases(TokenCases.Forbidden, id, post))
            {
                Assert.Equal((name, 403), (name, (await SendAsync(post, header: token)).Status));
                Assert.Equal((name, 403), (name, (await SendAsync(post, inside: token)).Status));
            }

            Assert.Equal(before, await post.Journey.SnapshotAsync());
        }
    }

    [Theory]
    [InlineData("T-16"), InlineData("T-27"), InlineData("T-28"), InlineData("T-29"), InlineData("T-34")]
    public async Task Sync_AcceptsTheValidVariantOfAHostileToken(string id)
    {
        foreach (var post in answers.Both)
        {
            foreach (var (name, token) in Cases(TokenCases.Good, id, post))
            {
                Assert.Equal((name, 200), (name, (await SendAsync(post, header: token)).Header));
                Assert.Equal((name, 200), (name, (await SendAsync(post, inside: token)).Header));
            }
        }
    }

    private static IEnumerable<(string Name, string Token)> Cases(
        Dictionary<string, Func<TokenFactory, string>> cases,
        string id,
        Post post
    )
    {
        var chosen = cases.Where(c => c.Key.StartsWith(id + " ", StringComparison.Ordinal) && !NotOnTheWire.Contains(c.Key)).ToList();
        Assert.NotEmpty(chosen);
        return chosen.Select(c => (c.Key, c.Value(post.Maker)));
    }

    private static Task<WireAnswer> SendAsync(Post post, string? header = null, string? inside = null) =>
        Wire.PostAsync(
            post.Url,
            $"/mam/sync/{Journey.IdOf(post.Device)}",
            Package.One(post.Device.Profile.DeviceId, token: inside),
            header
        );

    /// <summary>Expects HTTP 401, or a SyncML answer with header status 401 that contains only statuses.</summary>
    private static void CheckInMessage(Post post, string name, string token, WireAnswer answer)
    {
        // A message longer than allowed without a token is not read to its end, so that it cannot be answered in SyncML.
        if (post.AnswersInHttp || token.Length > 60_000)
        {
            Assert.True(answer is { Status: 401, Challenge: "Bearer" }, $"{name}: {answer}");
            return;
        }

        Assert.True(answer.Status == 200, $"{name}: {answer}");
        Assert.Equal((name, 401), (name, answer.Header));
        Assert.All(answer.Message.Commands, c => Assert.IsType<SyncCommand.Status>(c));
        Assert.True(answer.Message.Final);
    }
}
