using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace MamConsole.Server.Outcomes;

/// <summary>The one place that maps an expected failure to HTTP: problem details (RFC 9457) with the problem's own members.</summary>
internal static class ProblemResults
{
    /// <summary>The prefix of the kind in <c>type</c>; stable for scripts.</summary>
    public const string TypePrefix = "urn:mamconsole:problem:";

    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal) { "message", "status", "kind" };

    /// <param name="problem">The problem.</param>
    /// <param name="status">Another status than the problem's own, when HTTP has a specific one for the case (412).</param>
    public static IResult From(Problem problem, int? status = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var details = new ProblemDetails
        {
            Type = TypePrefix + problem.Kind,
            Title = problem.Kind,
            Detail = problem.Message,
            Status = status ?? problem.Status,
        };
        foreach (var member in JsonSerializer.SerializeToElement(problem, problem.GetType(), ApiJson.Options).EnumerateObject())
        {
            if (!Standard.Contains(member.Name))
            {
                details.Extensions[member.Name] = member.Value;
            }
        }

        return TypedResults.Problem(details);
    }
}
