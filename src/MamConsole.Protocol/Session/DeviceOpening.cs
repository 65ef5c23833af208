using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>The content of package 1, which opens a session (docs/reference/protocol.md §3.4).</summary>
public sealed record DeviceOpening
{
    /// <summary>The SessionID, which increments per enrollment; "0" is valid (docs/reference/protocol.md §3.2).</summary>
    public required string SessionId { get; init; }

    /// <summary>The device id: SyncHdr's Source, and DevInfo's DevId.</summary>
    public required string DeviceId { get; init; }

    /// <summary>
    /// SyncHdr's Target: the address of the server without the query that is added for HTTP (docs/reference/protocol.md §3.1).
    /// </summary>
    public required string ServerAddress { get; init; }

    /// <summary>DevInfo, each leaf by its Source, in the order in which it is sent: DevId, Man, Mod, DmV, Lang.</summary>
    public required ImmutableArray<SyncItem> DeviceInfo { get; init; }

    /// <summary>1201 = the device initiated the session, 1200 = the server did (docs/reference/protocol.md §3.8).</summary>
    public int AlertCode { get; init; } = 1201;

    /// <summary>The sign-in state of the user; Absent omits the alert.</summary>
    public LoginStatus LoginStatus { get; init; } = LoginStatus.User;

    /// <summary>The user's access token for the 1224 alert; null omits it (docs/reference/protocol.md §2.1).</summary>
    public string? UserToken { get; init; }

    /// <summary>
    /// Whether package 1 contains alert 1226, which Windows sends once before it removes the enrollment (docs/reference/protocol.md §6.2).
    /// </summary>
    public bool Unenrolling { get; init; }

    /// <summary>
    /// Whether failed statuses contain <c>msft:originalerror</c>: SyncApplicationVersion is 3.0 or later (docs/reference/protocol.md §3.6).
    /// </summary>
    public bool ReportsOriginalErrors { get; init; }

    /// <summary>The length in characters above which a text is sent in chunks (docs/reference/protocol.md §3.9). At least 2.</summary>
    public int LargestText { get; init; } = int.MaxValue;

    /// <summary>Whether package 1 begins with <see cref="AlertCode"/>; some clients omit it (docs/reference/protocol.md §3.4).</summary>
    public bool BeginsWithAlert { get; init; } = true;

    /// <summary>Whether each leaf of DevInfo has its own Replace instead of one for all (docs/reference/protocol.md §3.4).</summary>
    public bool OneReplaceForEachLeaf { get; init; }

    /// <summary>
    /// Whether package 1 is sent in two messages: the first one, without Final, contains the alerts and the first half of DevInfo
    /// (docs/reference/protocol.md §3.9).
    /// </summary>
    public bool InTwoMessages { get; init; }

    /// <summary>MaxMsgSize in the header of each message, in bytes; null omits it (docs/reference/protocol.md §3.2).</summary>
    public long? MaxMessageSize { get; init; }

    /// <summary>Returns the header of a message of the session.</summary>
    internal SyncHeader Header(int messageId) => new(SessionId, messageId, ServerAddress, DeviceId, MaxMessageSize);

    /// <summary>Returns the commands of the second message when package 1 has two. CmdIDs are assigned when it is sent.</summary>
    internal ImmutableArray<SyncCommand> Rest() => Replaces(DeviceInfo[(DeviceInfo.Length / 2)..], _ => "");

    /// <summary>Returns the message with MsgID 1. CmdIDs start at 2, as in the messages of Windows.</summary>
    internal SyncMLMessage Message()
    {
        var commands = ImmutableArray.CreateBuilder<SyncCommand>();
        void Alert(int code, SyncItem? item = null) =>
            commands.Add(new SyncCommand.Alert(Ids.At(commands.Count + 2), code, item is null ? [] : [item]));

        if (BeginsWithAlert)
        {
            Alert(AlertCode);
        }

        if (LoginStatus != LoginStatus.Absent)
        {
            var login = LoginStatus switch
            {
                LoginStatus.User => "user",
                LoginStatus.Others => "others",
                _ => "none",
            };
            Alert(1224, new SyncItem(Type: "com.microsoft/MDM/LoginStatus", Data: login));
        }

        if (UserToken is { } token)
        {
            Alert(1224, new SyncItem(Type: "com.microsoft/MDM/AADUserToken", Data: token));
        }

        if (Unenrolling)
        {
            Alert(1226, new SyncItem(Format: "int", Type: "com.microsoft:mdm.unenrollment.userrequest", Data: "1", Mark: "critical"));
        }

        commands.AddRange(
            Replaces(InTwoMessages ? DeviceInfo[..(DeviceInfo.Length / 2)] : DeviceInfo, index => Ids.At(commands.Count + 2 + index))
        );
        return new SyncMLMessage(Header(1), commands.ToImmutable(), Final: !InTwoMessages);
    }

    private ImmutableArray<SyncCommand> Replaces(ImmutableArray<SyncItem> items, Func<int, string> id) =>
        OneReplaceForEachLeaf
            ? [.. items.Select((item, index) => new SyncCommand.Replace(id(index), [item]))]
            : [new SyncCommand.Replace(id(0), items)];
}
