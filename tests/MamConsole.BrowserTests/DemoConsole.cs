using System.Collections.Concurrent;
using System.Collections.Frozen;
using MamConsole.Demo;
using MamConsole.DemoTenant;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.Access;
using MamConsole.Server.Devices;
using MamConsole.Server.ExchangeForecast;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using MamConsole.Server.TermsOfUse;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace MamConsole.BrowserTests;

/// <summary>
/// The demo as a user starts it, with a small fleet, shared by all tests and started by the first test that needs it. A test that changes a
/// policy creates its own policy, so that the order of the tests does not matter.
/// </summary>
public sealed class DemoConsole : IAsyncLifetime
{
    /// <summary>The seventh of the demo's PCs rejects a setting.</summary>
    private const int Devices = 8;

    private readonly CancellationTokenSource stopping = new();
    private readonly string folder = Directory.CreateTempSubdirectory("mamconsole-browser-").FullName;
    private readonly ConcurrentDictionary<Guid, string> signedIn = new();
    private readonly Dictionary<Guid, IBrowserContext> windows = [];
    private DemoHost? host;
    private Task running = Task.CompletedTask;
    private Administrator author = default!;

    /// <summary>The base address of the console.</summary>
    public Uri Url => Host.Console;

    /// <summary>The user with the roles Author and Publisher.</summary>
    public TenantUser Author => Host.Tenant.WithRoles("Author", "Publisher");

    public TenantUser Owner => Host.Tenant.WithRoles("Owner");

    public TenantUser HelpDesk => Host.Tenant.WithRoles("HelpDesk");

    public TenantUser Auditor => Host.Tenant.WithRoles("Auditor");

    public TenantUser Nobody => Host.Tenant.WithRoles();

    /// <summary>The users with PCs, in the order of the PCs.</summary>
    public IReadOnlyList<TenantUser> People => Host.Tenant.People;

    private DemoHost Host => host ?? throw new InvalidOperationException("The demo was not started.");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Starts the demo; later calls have no effect.</summary>
    public async Task StartAsync()
    {
        if (host is not null)
        {
            return;
        }

        string[] arguments =
        [
            "--console-url",
            "http://127.0.0.1:0",
            "--tenant-url",
            "http://127.0.0.1:0",
            "--data",
            folder,
            "--devices",
            Devices.ToString(),
        ];
        if (!DemoOptions.TryParse(arguments, out var options, out var rejection))
        {
            throw new InvalidOperationException(rejection);
        }

        host = await DemoHost.StartAsync(options, stopping.Token);
        author = new Administrator(Author.ObjectId, Author.DisplayName, new[] { AppRole.Author, AppRole.Publisher }.ToFrozenSet());
        running = host.RunAsync(stopping.Token);
    }

    /// <summary>The browser's storage state after the sign-in of this person; the sign-in runs once for each person.</summary>
    public async Task<string> SignedInAsync(TenantUser user, Func<TenantUser, Task<string>> signIn) =>
        signedIn.TryGetValue(user.ObjectId, out var state) ? state : signedIn[user.ObjectId] = await signIn(user);

    /// <summary>The window that tests share, one for each person, opened by the first test that needs it.</summary>
    internal async Task<IBrowserContext> SharedWindowAsync(Guid person, Func<Task<IBrowserContext>> open) =>
        windows.TryGetValue(person, out var window) ? window : windows[person] = await open();

    /// <summary>The address of the policy with that name, relative to the console's address.</summary>
    public async Task<string> PolicyAsync(string name) =>
        await FindPolicyAsync(name) ?? throw new InvalidOperationException($"There is no policy “{name}”.");

    /// <summary>The address of the policy with that name, or null when it does not exist.</summary>
    public async Task<string?> FindPolicyAsync(string name) =>
        Value(await Service<PolicyQueries>().ListAsync(author, TestContext.Current.CancellationToken))
            .SingleOrDefault(policy => policy.Name == name)
            is { } found
            ? $"policies/{found.PolicyId}"
            : null;

    /// <summary>The id of that person's PC, after it is enrolled and has acknowledged a policy version.</summary>
    public async Task<string> DeviceAsync(string person)
    {
        while (true)
        {
            var found = Value(
                await Service<DeviceQueries>()
                    .ListAsync(author, new DeviceFilter { Search = person }, TestContext.Current.CancellationToken)
            ).Rows;
            if (found is [{ AcknowledgedNumber: not null } device])
            {
                return device.Id;
            }

            await Task.Yield();
        }
    }

    /// <summary>
    /// Creates an unassigned policy with the content of the demo's policy for Finance, modified by <paramref name="change"/>.
    /// </summary>
    /// <returns>The policy's address, relative to the console's address.</returns>
    internal async Task<string> CreatePolicyAsync(string name, Func<WrittenPolicy, WrittenPolicy>? change = null)
    {
        var finance = Value(
            await Service<PolicyQueries>().GetAsync(author, IdOf(await PolicyAsync("Finance")), TestContext.Current.CancellationToken)
        ).Published!.Document;
        var start = finance with { Assignment = new AssignmentSettings { To = AssignmentKind.Nobody } };
        var document = change is null ? start : change(start);
        var id = Value(await Service<CreatePolicy>().ExecuteAsync(author, name, document, TestContext.Current.CancellationToken));
        return $"policies/{id}";
    }

    /// <summary>Saves a draft as another browser window does.</summary>
    internal async Task ChangeDraftAsync(string policy, Func<WrittenPolicy, WrittenPolicy> change)
    {
        var detail = Value(await Service<PolicyQueries>().GetAsync(author, IdOf(policy), TestContext.Current.CancellationToken));
        Value(
            await Service<SaveDraft>()
                .ExecuteAsync(author, detail.PolicyId, detail.DraftRevision, change(detail.Draft), TestContext.Current.CancellationToken)
        );
    }

    /// <summary>Publishes the draft as it is.</summary>
    internal async Task PublishAsync(string policy, string reason)
    {
        var detail = Value(await Service<PolicyQueries>().GetAsync(author, IdOf(policy), TestContext.Current.CancellationToken));
        Value(
            await Service<PublishPolicy>()
                .ExecuteAsync(
                    author,
                    detail.PolicyId,
                    new PublishRequest { DraftRevision = detail.DraftRevision, Reason = reason },
                    TestContext.Current.CancellationToken
                )
        );
    }

    /// <summary>
    /// Records an Exchange policy. It applies to every policy from then on, so only a separate demo may use it.
    /// </summary>
    internal async Task RecordExchangeAsync(string name, params EasSetting[] elements)
    {
        var current = Value(await Service<ExchangeQueries>().CurrentAsync(author, TestContext.Current.CancellationToken));
        Value(
            await Service<RecordExchangePolicy>()
                .ExecuteAsync(
                    author,
                    current.Number,
                    new NewExchangePolicy { Name = name, Elements = EasPolicy.Of(elements) },
                    TestContext.Current.CancellationToken
                )
        );
    }

    /// <summary>A token as Windows receives it for this person.</summary>
    internal string DeviceToken(TenantUser user) => Host.Tenant.IssueDeviceToken(user);

    /// <summary>Publishes this text as the terms of use.</summary>
    internal async Task PublishTermsAsync(string text)
    {
        var owner = new Administrator(Owner.ObjectId, Owner.DisplayName, new[] { AppRole.Owner }.ToFrozenSet());
        var current = Value(await Service<TermsQueries>().CurrentAsync(owner, TestContext.Current.CancellationToken));
        Value(
            await Service<PublishTerms>()
                .ExecuteAsync(owner, current.Number, new NewTerms(text, Required: false), TestContext.Current.CancellationToken)
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows.Values)
        {
            await window.DisposeAsync();
        }

        await stopping.CancelAsync();
        if (host is not null)
        {
            await running;
            await host.DisposeAsync();
        }

        stopping.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string IdOf(string policy) => policy["policies/".Length..];

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Match(value => value, problem => throw new InvalidOperationException(problem.Message));

    private T Service<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();
}
