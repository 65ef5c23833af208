using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;

namespace MamConsole.Server.Entra;

/// <summary>
/// Groups through Microsoft Graph, with the application permission GroupMember.Read.All. Two calls, so they are made by hand: the SDK would cost
/// more than it saves. Nothing that an answer says leads a token anywhere but to Graph.
/// </summary>
internal sealed class GraphGroups(EntraHttp http, GraphAddress address, GraphTokens tokens) : IGroupDirectory, IDisposable
{
    /// <summary>What a picker shows.</summary>
    public const int MostFound = 20;

    /// <summary>More pages than this are no person's groups: Entra ends far below.</summary>
    private const int MostPages = 20;

    private const long MostBytes = 4 * 1024 * 1024;

    private readonly HttpClient client = new(http.Create()) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = MostBytes };

    public async Task<Outcome<ValueList<Guid>>> GroupsOfAsync(Guid person, CancellationToken ct)
    {
        var found = new List<Guid>();
        var next = $"{address.BaseUrl}/v1.0/users/{person:D}/transitiveMemberOf/microsoft.graph.group?$select=id&$top=999";
        for (var page = 0; next is not null && page < MostPages; page++)
        {
            var (answer, problem) = await GetAsync<Page>(next, ct);
            if (answer is null)
            {
                return problem ?? new PersonNotInDirectory();
            }

            found.AddRange(answer.Value.Select(g => g.Id));
            next = answer.NextLink is { } link && address.Owns(link) ? link : null;
        }

        return found.Distinct().ToValueList();
    }

    public async Task<Outcome<ValueList<DirectoryGroup>>> FindAsync(string text, CancellationToken ct)
    {
        if (Guid.TryParse(text.Trim(), out var id))
        {
            var (group, missing) = await GetAsync<GroupLine>($"{address.BaseUrl}/v1.0/groups/{id:D}?$select=id,displayName", ct);
            return missing is not null ? missing : group is null ? ValueList.Create<DirectoryGroup>([]) : ValueList.Create([Named(group)]);
        }

        var words = text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var (answer, problem) = await GetAsync<Page>(
            $"{address.BaseUrl}/v1.0/groups?$search={Uri.EscapeDataString($"\"displayName:{words}\"")}&$select=id,displayName&$top={MostFound}&$count=true", ct);
        return answer is null
            ? problem ?? new DirectoryUnavailable("Graph does not know this address.")
            : answer.Value.Select(Named).OrderBy(g => g.Name, StringComparer.CurrentCultureIgnoreCase).Take(MostFound).ToValueList();
    }

    public void Dispose() => client.Dispose();

    private static DirectoryGroup Named(GroupLine group) => new(group.Id, group.DisplayName ?? group.Id.ToString("D"));

    /// <summary>What Graph answers; neither for a thing that it does not know.</summary>
    private async Task<(T? Answer, Problem? Problem)> GetAsync<T>(string url, CancellationToken ct)
        where T : class
    {
        // A kept token that is refused may have been withdrawn: one new one is worth asking for.
        for (var fresh = false; ; fresh = true)
        {
            var (token, refused) = (await tokens.GetAsync(fresh, ct)).Match<(string, Problem?)>(t => (t, null), p => ("", p));
            if (refused is not null)
            {
                return (null, refused);
            }

            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                request.Headers.Add("ConsistencyLevel", "eventual");
                using var answer = await client.SendAsync(request, ct);
                if (answer.StatusCode == HttpStatusCode.Unauthorized && !fresh)
                {
                    continue;
                }

                return answer.StatusCode switch
                {
                    HttpStatusCode.OK => (await answer.Content.ReadFromJsonAsync<T>(ct), null),
                    HttpStatusCode.NotFound => (null, null),
                    HttpStatusCode.Forbidden => (null, new DirectoryUnavailable("the console lacks the permission GroupMember.Read.All (application), or nobody consented to it.")),
                    HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => (null, new DirectoryUnavailable("Graph asks to come back later.")),
                    var status => (null, new DirectoryUnavailable($"Graph answered {(int)status}.")),
                };
            }
            catch (Exception outage) when (outage is HttpRequestException or JsonException || (outage is OperationCanceledException && !ct.IsCancellationRequested))
            {
                return (null, new DirectoryUnavailable(outage is JsonException ? "Graph’s answer cannot be read." : "Graph cannot be reached."));
            }
        }
    }

    private sealed record Page
    {
        public IReadOnlyList<GroupLine> Value { get; init; } = [];

        [JsonPropertyName("@odata.nextLink")]
        public string? NextLink { get; init; }
    }

    private sealed record GroupLine(Guid Id, string? DisplayName);
}
