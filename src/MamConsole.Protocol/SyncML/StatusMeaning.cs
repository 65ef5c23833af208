using System.Collections.Frozen;

namespace MamConsole.Protocol.SyncML;

/// <summary>A status code's class, and what it means in the words of somebody who looks at a PC.</summary>
/// <param name="Class">What it asks of the server.</param>
/// <param name="Words">Goes on after “the PC answered:”; no full stop.</param>
public sealed record StatusMeaning(StatusClass Class, string Words)
{
    private static readonly StatusMeaning Unnamed = new(StatusClass.Permanent, "it refused");

    private static readonly FrozenDictionary<int, StatusMeaning> Table = new Dictionary<int, StatusMeaning>
    {
        [0] = new(StatusClass.None, "nothing that can be understood"),
        [200] = new(StatusClass.Success, "done"),
        [202] = new(StatusClass.Success, "accepted, it is at work on it"),
        [204] = new(StatusClass.Transient, "it found nothing to do it with"),
        [206] = new(StatusClass.Transient, "it did only a part of it"),
        [212] = new(StatusClass.Success, "done"),
        [213] = new(StatusClass.Transient, "it waits for the rest"),
        [214] = new(StatusClass.Cancelled, "it broke off before it came to this"),
        [215] = new(StatusClass.Group, "another setting of the same group failed, so this one was undone"),
        [216] = new(StatusClass.Group, "another setting of the same group failed, so this one was undone"),
        [304] = new(StatusClass.Transient, "it changed nothing"),
        [400] = new(StatusClass.Permanent, "it did not understand the command"),
        [401] = new(StatusClass.Permanent, "it does not allow that"),
        [403] = new(StatusClass.Permanent, "it does not allow that"),
        [404] = new(StatusClass.Permanent, "it does not know this setting"),
        [405] = new(StatusClass.Permanent, "that may not be done to this setting"),
        [406] = new(StatusClass.Permanent, "it does not support that"),
        [407] = new(StatusClass.Permanent, "it wants other credentials"),
        [408] = new(StatusClass.Transient, "not now"),
        [412] = new(StatusClass.Permanent, "the command was not complete"),
        [413] = new(StatusClass.Permanent, "it has no room for it"),
        [414] = new(StatusClass.Permanent, "the setting's address is too long for it"),
        [415] = new(StatusClass.Permanent, "the value has the wrong form"),
        [416] = new(StatusClass.Permanent, "the value is too large for it"),
        [417] = new(StatusClass.Transient, "not now"),
        [418] = new(StatusClass.Permanent, "the setting exists already"),
        [420] = new(StatusClass.Transient, "it has no room for it"),
        [424] = new(StatusClass.Permanent, "the value came incomplete"),
        [425] = new(StatusClass.Permanent, "it does not allow that"),
        [427] = new(StatusClass.Permanent, "it cannot remove it while something is below it"),
        [500] = new(StatusClass.Transient, "the command failed"),
        [501] = new(StatusClass.Permanent, "it does not support that"),
        [503] = new(StatusClass.Transient, "not now"),
        [506] = new(StatusClass.Transient, "not now"),
        [507] = new(StatusClass.Group, "a setting of the group failed, so all were undone"),
        [510] = new(StatusClass.Transient, "the command failed"),
        [511] = new(StatusClass.Permanent, "the command failed"),
        [514] = new(StatusClass.Transient, "it broke off before it came to this"),
        [516] = new(StatusClass.Group, "a setting of the group failed, and undoing the others failed too"),
        [517] = new(StatusClass.Group, "its answer to the group was too large"),
    }.ToFrozenDictionary();

    /// <summary>The codes that have a meaning of their own, in order.</summary>
    public static IEnumerable<int> Codes => Table.Keys.Order();

    /// <summary>What a code means, whatever command it answers.</summary>
    public static StatusMeaning Of(StatusCode code) => Table.GetValueOrDefault(code.Value, Unnamed);

    /// <summary>What it means as the answer to a command: <see cref="StatusClass.AlreadySo"/> depends on what was asked.</summary>
    /// <param name="code">The code.</param>
    /// <param name="command">The command's name on the wire.</param>
    public static StatusMeaning Of(StatusCode code, string command) =>
        (command, code.Value) switch
        {
            ("Add", 418) => new StatusMeaning(StatusClass.AlreadySo, "it is there already"),
            ("Delete", 404) => new StatusMeaning(StatusClass.AlreadySo, "it is gone already"),
            _ => Of(code),
        };
}
