using System.Collections.Immutable;
using CsCheck;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>Random messages are read as they were written.</summary>
public sealed class SyncMLRoundTripTests
{
    // Characters that XML supports, with more of those that need special handling. Names have no leading or trailing white space, because
    // the reader trims them.
    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.String["ab<>&\"'\r\n\t ]üß€\u0085\u2028"],
        Gen.OneOf("", " ", "]]>", "😀", "<![CDATA[x]]>", "&#xD;", "true", "0")
    );

    private static readonly Gen<string> Text = Gen.String["abcXYZ./:-_<>&'%20ü"].Select(text => "." + text);

    private static readonly Gen<string> Id = Gen.OneOf(
        Gen.Int[1, 2000].Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Const(""),
        Gen.Const("b2c9-x")
    );

    private static readonly Gen<StatusCode> Code = Gen.OneOf(Gen.Int[100, 599].Select(i => new StatusCode(i)), Gen.Const(StatusCode.None));

    private static readonly Gen<SyncItem> Item = Gen.Select(
        Gen.Null(Text),
        Gen.Null(Text),
        Gen.Null(Text),
        Gen.Null(Text),
        Gen.Null(Value),
        Gen.Select(Gen.Bool, Gen.Nullable(Gen.Long[0, long.MaxValue]), Gen.Null(Text)),
        (target, source, format, type, data, rest) => new SyncItem(target, source, format, type, data, rest.Item1, rest.Item2, rest.Item3)
    );

    private static readonly Gen<ImmutableArray<SyncItem>> Items = Item.Array[0, 3].Select(items => items.ToImmutableArray());

    private static readonly Gen<SyncCommand> Leaf = Gen.OneOf<SyncCommand>(
        Gen.Select(Id, Items, (id, items) => new SyncCommand.Add(id, items)),
        Gen.Select(Id, Items, (id, items) => new SyncCommand.Replace(id, items)),
        Gen.Select(Id, Items, (id, items) => new SyncCommand.Delete(id, items)),
        Gen.Select(Id, Items, (id, items) => new SyncCommand.Get(id, items)),
        Gen.Select(Id, Items, (id, items) => new SyncCommand.Exec(id, items)),
        Gen.Select(Id, Gen.Int[0, 9999], Items, (id, code, items) => new SyncCommand.Alert(id, code, items))
    );

    private static readonly Gen<SyncCommand> Answer = Gen.OneOf<SyncCommand>(
        Gen.Select(
            Id,
            Gen.Int[0, int.MaxValue],
            Id,
            Items,
            (id, message, command, items) => new SyncCommand.Results(id, message, command, items)
        ),
        Gen.Select(
            Id,
            Gen.Int[0, int.MaxValue],
            Id,
            Text,
            Code,
            Gen.Select(Gen.Null(Gen.String["0x86<>&\"'\t\n "].Where(text => text.Length <= 64)), Text.Array[0, 2], Text.Array[0, 2]),
            (id, message, command, name, code, rest) =>
                new SyncCommand.Status(id, message, command, name, code, rest.Item1, [.. rest.Item2], [.. rest.Item3])
        )
    );

    private static readonly Gen<SyncCommand> Command = Gen.Recursive<SyncCommand>(
        (depth, self) =>
            depth >= 3
                ? Leaf
                : Gen.Frequency(
                    (6, Leaf),
                    (1, Gen.Select(Id, self.Array[0, 3], (id, children) => (SyncCommand)new SyncCommand.Atomic(id, [.. children]))),
                    (1, Gen.Select(Id, self.Array[0, 3], (id, children) => (SyncCommand)new SyncCommand.Sequence(id, [.. children])))
                )
    );

    private static readonly Gen<SyncMLMessage> Message = Gen.Select(
        Gen.String["0123456789abcF-"].Where(id => id.Length is > 0 and <= 32),
        Gen.Int[1, int.MaxValue],
        Text,
        Text,
        Gen.Nullable(Gen.Long[0, long.MaxValue]),
        Gen.Select(Gen.OneOf(Command, Answer).Array[0, 6], Gen.Bool),
        (session, id, target, source, size, body) =>
            new SyncMLMessage(new SyncHeader(session, id, target, source, size), [.. body.Item1], body.Item2)
    );

    [Fact]
    public void Write_RoundTripsRandomMessages() =>
        Message.Sample(
            message => Assert.Equal(Dump.Of(message), Dump.Of(SyncMLReader.Read(SyncMLWriter.Write(message)))),
            iter: Iterations.Of(2_000)
        );
}
