using System.Collections.Frozen;

namespace MamConsole.Protocol.SyncML;

/// <summary>The class of a status code, and its meaning for a person.</summary>
/// <param name="Class">The consequence for the server.</param>
/// <param name="Words">The meaning as the end of a sentence, without a period.</param>
public sealed record StatusMeaning(StatusClass Class, string Words)
{
    private static readonly StatusMeaning Unnamed = new(StatusClass.Permanent, "the command was rejected");

    private static readonly FrozenDictionary<int, StatusMeaning> Table = new Dictionary<int, StatusMeaning>
    {
        [0] = new(StatusClass.None, "an invalid status"),
        [200] = new(StatusClass.Success, "done"),
        [202] = new(StatusClass.Success, "accepted for processing"),
        [204] = new(StatusClass.Transient, "no content"),
        [206] = new(StatusClass.Transient, "partially done"),
        [212] = new(StatusClass.Success, "done"),
        [213] = new(StatusClass.Transient, "the rest of the value is expected"),
        [214] = new(StatusClass.Cancelled, "canceled before the command was executed"),
        [215] = new(StatusClass.Group, "another setting of the same group failed, so this one was rolled back"),
        [216] = new(StatusClass.Group, "another setting of the same group failed, so this one was rolled back"),
        [304] = new(StatusClass.Transient, "nothing was changed"),
        [400] = new(StatusClass.Permanent, "the command is invalid"),
        [401] = new(StatusClass.Permanent, "the command is not authorized"),
        [403] = new(StatusClass.Permanent, "the command is forbidden"),
        [404] = new(StatusClass.Permanent, "the setting does not exist on the PC"),
        [405] = new(StatusClass.Permanent, "the command is not allowed for this setting"),
        [406] = new(StatusClass.Permanent, "the command is not supported"),
        [407] = new(StatusClass.Permanent, "other credentials are required"),
        [408] = new(StatusClass.Transient, "the command timed out"),
        [412] = new(StatusClass.Permanent, "the command is incomplete"),
        [413] = new(StatusClass.Permanent, "the command is too large"),
        [414] = new(StatusClass.Permanent, "the address of the setting is too long"),
        [415] = new(StatusClass.Permanent, "the value has the wrong format"),
        [416] = new(StatusClass.Permanent, "the value is too large"),
        [417] = new(StatusClass.Transient, "temporarily unavailable"),
        [418] = new(StatusClass.Permanent, "the setting already exists"),
        [420] = new(StatusClass.Transient, "there is not enough space on the PC"),
        [424] = new(StatusClass.Permanent, "the value is incomplete"),
        [425] = new(StatusClass.Permanent, "the command is not permitted"),
        [427] = new(StatusClass.Permanent, "the setting cannot be removed while others are below it"),
        [500] = new(StatusClass.Transient, "the command failed"),
        [501] = new(StatusClass.Permanent, "the command is not supported"),
        [503] = new(StatusClass.Transient, "temporarily unavailable"),
        [506] = new(StatusClass.Transient, "the command could not be processed"),
        [507] = new(StatusClass.Group, "a setting of the group failed, so all were rolled back"),
        [510] = new(StatusClass.Transient, "the command failed"),
        [511] = new(StatusClass.Permanent, "the command failed"),
        [514] = new(StatusClass.Transient, "canceled before the command was executed"),
        [516] = new(StatusClass.Group, "a setting of the group failed, and rolling back the others failed too"),
        [517] = new(StatusClass.Group, "the response for the group is too large"),
    }.ToFrozenDictionary();

    /// <summary>The codes in the table, in order.</summary>
    public static IEnumerable<int> Codes => Table.Keys.Order();

    /// <summary>Returns the meaning of a code, independent of the command.</summary>
    public static StatusMeaning Of(StatusCode code) => Table.GetValueOrDefault(code.Value, Unnamed);

    /// <summary>Returns the meaning of a code for a command: <see cref="StatusClass.AlreadySo"/> depends on it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="command">The name of the command on the wire.</param>
    public static StatusMeaning Of(StatusCode code, string command) =>
        (command, code.Value) switch
        {
            ("Add", 418) => new StatusMeaning(StatusClass.AlreadySo, "it already exists"),
            ("Delete", 404) => new StatusMeaning(StatusClass.AlreadySo, "it is already removed"),
            _ => Of(code),
        };
}
