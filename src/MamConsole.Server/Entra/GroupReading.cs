using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Entra;

/// <summary>Reads a person's groups from the directory and stores the result. Never called while a device waits for a response.</summary>
internal sealed class GroupReading(IGroupDirectory directory, TimeProvider time)
{
    /// <param name="person">The object ID of the person.</param>
    /// <param name="write">How rows are written.</param>
    /// <param name="also">Further writes of the same transaction, given the number of groups.</param>
    /// <param name="ct">Cancels the read.</param>
    /// <returns>Whether the groups differ from the previous ones; or the reason why they could not be read, which is stored too.</returns>
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
