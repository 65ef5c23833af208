using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Entra;

/// <summary>Asks the directory for a person's groups and keeps the answer. Never called while a device waits for its answer.</summary>
internal sealed class GroupReading(IGroupDirectory directory, TimeProvider time)
{
    /// <param name="person">Whose.</param>
    /// <param name="write">How rows are written.</param>
    /// <param name="also">What else belongs into the same transaction, given how many groups there are.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Whether the groups are others than before; or why they could not be read, which is kept too.</returns>
    public async Task<Outcome<bool>> ReadAsync(Guid person, WriteStep write, Func<Transaction, int, Task>? also, CancellationToken ct)
    {
        switch (await directory.GroupsOfAsync(person, ct))
        {
            case Outcome<ValueList<Guid>>.Done { Value: var groups }:
                return await write(async tx =>
                {
                    var changed = await PersonGroupStore.SaveAsync(tx, person, groups, time.GetInstant());
                    if (also is not null)
                    {
                        await also(tx, groups.Count);
                    }

                    return changed;
                });
            case Outcome<ValueList<Guid>>.Failed { Problem: var problem }:
                await write(async tx => await PersonGroupStore.FailAsync(tx, person, problem.Message, time.GetInstant()) > 0);
                return problem;
            default:
                throw new InvalidOperationException("An outcome is done or failed.");
        }
    }
}
