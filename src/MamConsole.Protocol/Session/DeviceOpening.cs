using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>What a device says when it opens a session: package 1 (docs/reference/protocol.md §3.4).</summary>
public sealed record DeviceOpening
{
    /// <summary>Counts up per enrollment; "0" is legal (docs/reference/protocol.md §3.2).</summary>
    public required string SessionId { get; init; }

    /// <summary>The SyncHdr's Source, and DevInfo's DevId.</summary>
    public required string DeviceId { get; init; }

    /// <summary>
    /// The SyncHdr's Target: the server's address without the query that is added for HTTP (docs/reference/protocol.md §3.1).
    /// </summary>
    public required string ServerAddress { get; init; }

    /// <summary>DevInfo, each leaf by its Source, in the order in which it is sent: DevId, Man, Mod, DmV, Lang.</summary>
    public required ImmutableArray<SyncItem> DeviceInfo { get; init; }

    /// <summary>1201 = the device began, 1200 = the server asked for the session (docs/reference/protocol.md §3.8).</summary>
    public int AlertCode { get; init; } = 1201;

    /// <summary>Whose session it is; Absent leaves the alert out.</summary>
    public LoginStatus LoginStatus { get; init; } = LoginStatus.User;

    /// <summary>The user's access token for the 1224 alert; null leaves it out (docs/reference/protocol.md §2.1).</summary>
    public string? UserToken { get; init; }

    /// <summary>
    /// Says goodbye: alert 1226, as Windows does once before it removes the enrollment (docs/reference/protocol.md §6.2).
    /// </summary>
    public bool Unenrolling { get; init; }

    /// <summary>
    /// Whether failures carry <c>msft:originalerror</c>: SyncApplicationVersion is 3.0 or later (docs/reference/protocol.md §3.6).
    /// </summary>
    public bool ReportsOriginalErrors { get; init; }

    /// <summary>Texts longer than this many characters go out in chunks (docs/reference/protocol.md §3.9). At least 2.</summary>
    public int LargestText { get; init; } = int.MaxValue;

    /// <summary>
    /// Whether package 1 begins with <see cref="AlertCode"/>: clients without it have been seen (docs/reference/protocol.md §3.4).
    /// </summary>
    public bool BeginsWithAlert { get; init; } = true;

    /// <summary>One Replace for each leaf of DevInfo instead of one for all (docs/reference/protocol.md §3.4).</summary>
    public bool OneReplaceForEachLeaf { get; init; }

    /// <summary>
    /// Package 1 goes out in two messages: the first, without Final, holds the alerts and the first half of DevInfo
    /// (docs/reference/protocol.md §3.9).
    /// </summary>
    public bool InTwoMessages { get; init; }

    /// <summary>MaxMsgSize in each message's header, in bytes; null leaves it out (docs/reference/protocol.md §3.2).</summary>
    public long? MaxMessageSize { get; init; }

    /// <summary>The header of one of the session's messages.</summary>
    internal SyncHeader Header(int messageId) => new(SessionId, messageId, ServerAddress, DeviceId, MaxMessageSize);

    /// <summary>What stands in the second message of a package 1 in two; CmdIDs are given when it is sent.</summary>
    internal ImmutableArray<SyncCommand> Rest() => Replaces(DeviceInfo[(DeviceInfo.Length / 2)..], _ => "");

    /// <summary>The message with MsgID 1. Its CmdIDs begin at 2, as Windows' do.</summary>
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
