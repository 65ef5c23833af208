using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MamConsole.Server.Access;
using MamConsole.Server.Access.Description;
using MamConsole.Server.Shell;
using MamConsole.Server.Startup.ApiDocument;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The API description is complete, committed, and free of values of one installation.</summary>
public sealed partial class ApiDocumentTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_EqualsTheCommittedOne()
    {
        var served = ApiDocument.WithoutInstallation(await ServedAsync(), fixture.Server.Tenant);
        if (ApiDocument.IsWriting)
        {
            await File.WriteAllTextAsync(ApiDocument.FilePath, served, Cancel);
            return;
        }

        var committed = (await File.ReadAllTextAsync(ApiDocument.FilePath, Cancel)).ReplaceLineEndings("\n");
        var (before, now) = (committed.Split('\n'), served.Split('\n'));
        var line = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            committed == served,
            $"""
            docs/openapi.v1.json is not what the server says; they part at line {line + 1}:
              committed: {before.ElementAtOrDefault(line)}
              served:    {now.ElementAtOrDefault(line)}
            Write it again, and review what changes for callers:
              {ApiDocument.WriteVariable}=1 dotnet tests/MamConsole.IntegrationTests/bin/Debug/net10.0/MamConsole.IntegrationTests.dll -class {typeof(
                ApiDocumentTests
            ).FullName}
            """
        );
    }

    [Fact]
    public async Task Document_ContainsNoHost() => Assert.DoesNotContain("127.0.0.1", await ServedAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task Document_ContainsTheServerVersionUnlikeTheCommittedOne()
    {
        var info = JsonNode.Parse(await ServedAsync())!["info"]!;

        Assert.Equal(ProductVersion.Current.Number, (string?)info[DocumentTransformer.ServerVersion]);
        Assert.Equal("v1", (string?)info["version"]);
        Assert.DoesNotContain(
            ProductVersion.Current.Number,
            ApiDocument.WithoutInstallation(await ServedAsync(), fixture.Server.Tenant),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Document_DescribesEveryEndpoint()
    {
        var document = ApiDocument.Parse(await ServedAsync());
        var endpoints = fixture
            .Server.Endpoints.Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)
            .ToArray();
        var faults = endpoints.SelectMany(endpoint => FaultsOf(document, endpoint)).ToArray();

        Assert.True(endpoints.Length > 50, $"Only {endpoints.Length} endpoints were found.");
        Assert.True(faults.Length == 0, string.Join(Environment.NewLine, faults));
        var ids = document.Operations().Select(operation => (string?)operation.Operation["operationId"]).ToArray();
        Assert.Equal(endpoints.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Document_DescribesEveryTagAndSchemaByName()
    {
        var document = ApiDocument.Parse(await ServedAsync());

        var tags = document.Operations().SelectMany(o => o.Operation["tags"]!.AsArray()).Select(tag => (string)tag!).ToHashSet();
        Assert.Equal(
            tags.Order(),
            document.Tags.Where(tag => tag!["description"] is not null).Select(tag => (string)tag!["name"]!).Order()
        );
        Assert.DoesNotContain(document.Schemas, schema => GeneratedName().IsMatch(schema.Key));
    }

    [Fact]
    public async Task Document_WritesMembersAndValuesInCamelCase()
    {
        // The names of Exchange and of Windows are kept unchanged.
        string[] foreign = ["EasPolicy", "LockNodes"];
        var document = ApiDocument.Parse(await ServedAsync());

        var members = document
            .Schemas.Where(schema => !foreign.Contains(schema.Key))
            .SelectMany(schema => (schema.Value!["properties"]?.AsObject() ?? []).Select(member => $"{schema.Key}.{member.Key}"));
        var values = document.Schemas.SelectMany(schema =>
            (schema.Value!["enum"]?.AsArray() ?? []).Select(value => $"{schema.Key}.{value}")
        );
        var parameters = document
            .Operations()
            .SelectMany(o => (o.Operation["parameters"]?.AsArray() ?? []).Select(parameter => (o.Path, parameter)))
            .Where(found => (string?)found.parameter!["in"] != "header")
            .Select(found => $"{found.Path}.{found.parameter!["name"]}");
        Assert.DoesNotContain(members.Concat(values).Concat(parameters), name => !char.IsAsciiLetterLower(name[name.LastIndexOf('.') + 1]));
    }

    private static IEnumerable<string> FaultsOf(ApiDocument document, RouteEndpoint endpoint)
    {
        var method = endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
        var path = Regex.Replace(endpoint.RoutePattern.RawText!, @":\w+\}", "}").TrimEnd('/');
        var name = $"{method} {path}";
        if (
            document
                .Operations()
                .SingleOrDefault(o => o.Path.TrimEnd('/') == path && string.Equals(o.Method, method, StringComparison.OrdinalIgnoreCase))
                .Operation
            is not { } operation
        )
        {
            return [$"{name}: is not in the document"];
        }

        string?[] faults =
        [
            endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy == AccessPolicies.Api ? null : "is not protected by the API's policy",
            endpoint.Metadata.GetMetadata<RequiredAbility>() is null ? "names no ability" : null,
            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == (string?)operation["operationId"]
                ? null
                : "has no operation id",
            ((string?)operation["summary"])?.EndsWith('.') == true ? null : "has no summary that is a sentence",
            ((string?)operation["description"])?.Contains("App roles", StringComparison.Ordinal) == true ? null : "does not name its roles",
            operation["security"] is JsonArray { Count: > 0 } ? null : "has no security requirement",
            .. Statuses(operation).Where(status => !HasProblem(operation, status)).Select(status => $"has no problem for {status}"),
            .. (operation["parameters"]?.AsArray() ?? [])
                .Where(parameter => parameter!["description"] is null || parameter["schema"] is null)
                .Select(parameter => $"does not describe its parameter {parameter!["name"]}"),
        ];
        return faults.OfType<string>().Select(fault => $"{name}: {fault}");
    }

    /// <summary>The error statuses that follow from the parameters of an operation.</summary>
    private static IEnumerable<HttpStatusCode> Statuses(JsonObject operation)
    {
        var parameters = operation["parameters"]?.AsArray() ?? [];
        yield return HttpStatusCode.Unauthorized;
        yield return HttpStatusCode.Forbidden;
        yield return HttpStatusCode.ServiceUnavailable;
        if (operation["requestBody"] is not null || parameters.Any(parameter => (string?)parameter!["in"] == "query"))
        {
            yield return HttpStatusCode.BadRequest;
        }

        if (parameters.Any(parameter => (string?)parameter!["in"] == "path"))
        {
            yield return HttpStatusCode.NotFound;
        }

        if (parameters.Any(parameter => (string?)parameter!["name"] == "If-Match"))
        {
            yield return HttpStatusCode.PreconditionFailed;
            yield return HttpStatusCode.PreconditionRequired;
        }
    }

    private static bool HasProblem(JsonObject operation, HttpStatusCode status) =>
        operation["responses"]![$"{(int)status}"] is { } response
        && response["content"]?["application/problem+json"]?["schema"] is not null
        && response["x-problem-types"] is JsonArray { Count: > 0 };

    private async Task<string> ServedAsync()
    {
        using var client = await fixture.Server.SignedInApiClientAsync("Auditor");
        return await client.GetStringAsync("/openapi/v1.json", Cancel);
    }

    [GeneratedRegex(@"\d$|Of[a-z]|`|AnonymousType")]
    private static partial Regex GeneratedName();
}
