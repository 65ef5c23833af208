using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Entra;
using MamConsole.Server.Outcomes;

namespace MamConsole.IntegrationTests.Entra;

/// <summary>A directory that is always unavailable.</summary>
internal sealed class UnreachableDirectory : IGroupDirectory
{
    public Task<Outcome<ValueList<Guid>>> GroupsOfAsync(Guid person, CancellationToken ct) =>
        Task.FromResult<Outcome<ValueList<Guid>>>(new DirectoryUnavailable("it is not there."));

    public Task<Outcome<ValueList<DirectoryGroup>>> FindAsync(string text, CancellationToken ct) =>
        Task.FromResult<Outcome<ValueList<DirectoryGroup>>>(new DirectoryUnavailable("it is not there."));
}
