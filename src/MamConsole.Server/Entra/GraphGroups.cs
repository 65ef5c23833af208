using System.Net;
using System.Text.Json;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.Outcomes;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace MamConsole.Server.Entra;

/// <summary>
/// Reads groups through Microsoft Graph, with the application permission GroupMember.Read.All. A token is sent only to Graph, whatever
/// address a response contains. Failed requests are not retried here, because only the caller can decide whether a retry is useful.
/// </summary>
internal sealed class GraphGroups : IGroupDirectory, IDisposable
{
    /// <summary>The maximum number of groups of a search.</summary>
    public const int MaximumFound = 20;

    /// <summary>The maximum number of pages: Entra's own limit for the groups of a person is far below.</summary>
    private const int MaximumPages = 20;

    private const long MaximumBytes = 4 * 1024 * 1024;

    private readonly GraphAddress address;
    private readonly GraphTokens tokens;
    private readonly HttpClient http;
    private readonly GraphServiceClient graph;

    public GraphGroups(EntraHttp entra, GraphAddress address, GraphTokens tokens)
    {
        (this.address, this.tokens) = (address, tokens);
        http = new HttpClient(entra.Create()) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = MaximumBytes };
        // The token is added to each request, because it may be rejected: the library's authentication provider does not report a rejection
        // as a problem.
        graph = new GraphServiceClient(http, new AnonymousAuthenticationProvider(), $"{address.BaseUrl}/v1.0");
    }

    public async Task<Outcome<ValueList<Guid>>> GroupsOfAsync(Guid person, CancellationToken ct)
    {
        var memberships = graph.Users[person.ToString("D")].TransitiveMemberOf.GraphGroup;
        var found = new List<Guid>();
        string? next = null;
        for (var page = 0; page < MaximumPages; page++)
        {
            var (answer, problem) = next is { } link
                ? await SendAsync(token => memberships.WithUrl(link).GetAsync(c => Sign(c.Headers, token), ct), ct)
                : await SendAsync(
                    token =>
                        memberships.GetAsync(
                            c =>
                            {
                                (c.QueryParameters.Select, c.QueryParameters.Top) = (["id"], 999);
                                Sign(c.Headers, token);
                            },
                            ct
                        ),
                    ct
                );
            if (answer is null)
            {
                return problem ?? new PersonNotInDirectory();
            }

            found.AddRange((answer.Value ?? []).Select(g => Guid.Parse(g.Id!)));
            next = answer.OdataNextLink is { } more && address.Owns(more) ? more : null;
            if (next is null)
            {
                break;
            }
        }

        return found.Distinct().ToValueList();
    }

    public async Task<Outcome<ValueList<DirectoryGroup>>> FindAsync(string text, CancellationToken ct)
    {
        if (Guid.TryParse(text.Trim(), out var id))
        {
            var (group, missing) = await SendAsync(
                token =>
                    graph
                        .Groups[id.ToString("D")]
                        .GetAsync(
                            c =>
                            {
                                c.QueryParameters.Select = ["id", "displayName"];
                                Sign(c.Headers, token);
                            },
                            ct
                        ),
                ct
            );
            return missing is not null ? missing
                : group is null ? ValueList.Create<DirectoryGroup>([])
                : ValueList.Create([Named(group)]);
        }

        var words = text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var (answer, problem) = await SendAsync(
            token =>
                graph.Groups.GetAsync(
                    c =>
                    {
                        (c.QueryParameters.Search, c.QueryParameters.Select) = ($"\"displayName:{words}\"", ["id", "displayName"]);
                        (c.QueryParameters.Top, c.QueryParameters.Count) = (MaximumFound, true);
                        Sign(c.Headers, token);
                    },
                    ct
                ),
            ct
        );
        return answer is null
            ? problem ?? new DirectoryUnavailable("Graph returned no resource at this address.")
            : (answer.Value ?? [])
                .Select(Named)
                .OrderBy(g => g.Name, StringComparer.CurrentCultureIgnoreCase)
                .Take(MaximumFound)
                .ToValueList();
    }

    public void Dispose()
    {
        graph.Dispose();
        http.Dispose();
    }

    private static DirectoryGroup Named(Group group) => new(Guid.Parse(group.Id!), group.DisplayName ?? group.Id!);

    private static void Sign(RequestHeaders headers, string token)
    {
        headers.Add("Authorization", $"Bearer {token}");
        // Graph accepts a search for groups only with this header.
        headers.Add("ConsistencyLevel", "eventual");
    }

    /// <summary>The response of Graph; both members are null when the resource does not exist.</summary>
    private async Task<(T? Answer, Problem? Problem)> SendAsync<T>(Func<string, Task<T?>> send, CancellationToken ct)
        where T : class
    {
        // A cached token that is rejected may have been revoked: one new token is requested.
        for (var fresh = false; ; fresh = true)
        {
            var (token, rejected) = (await tokens.GetAsync(fresh, ct)).Match<(string, Problem?)>(t => (t, null), p => ("", p));
            if (rejected is not null)
            {
                return (null, rejected);
            }

            try
            {
                return (await send(token), null);
            }
            catch (ApiException failure)
            {
                switch ((HttpStatusCode)failure.ResponseStatusCode)
                {
                    case HttpStatusCode.Unauthorized when !fresh:
                        continue;
                    case HttpStatusCode.NotFound:
                        return (null, null);
                    case HttpStatusCode.Forbidden:
                        return (
                            null,
                            new DirectoryUnavailable(
                                "the console lacks the application permission GroupMember.Read.All, or admin consent for it."
                            )
                        );
                    case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable:
                        return (
                            null,
                            new DirectoryUnavailable("Graph is busy or limits the rate of requests; the request is repeated later.")
                        );
                    case var status:
                        return (null, new DirectoryUnavailable($"Graph returned the HTTP status {(int)status}."));
                }
            }
            catch (Exception outage)
                when (outage is HttpRequestException || (outage is OperationCanceledException && !ct.IsCancellationRequested))
            {
                return (null, new DirectoryUnavailable("Graph cannot be reached."));
            }
            catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
            {
                // Not JSON, or JSON of another structure: the library has no specific exception for either.
                return (null, new DirectoryUnavailable("the response of Graph cannot be read."));
            }
        }
    }
}
