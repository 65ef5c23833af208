using System.Collections.Immutable;

namespace MamConsole.Protocol.SyncML;

// The content of SyncBody: one method for each kind of element, in the order of the content models in docs/reference/protocol.md §3.2.
public sealed partial class SyncMLReader
{
    private int commands;

    private SyncCommand Command()
    {
        if (++commands > xml.Limits.MaxCommands)
        {
            throw Reject($"The message has more than {xml.Limits.MaxCommands} commands.");
        }

        var element = xml.Name;
        return Name switch
        {
            "Status" => Status(),
            "Results" => Results(),
            "Alert" => Alert(),
            "Atomic" or "Sequence" => Group(element),
            "Add" or "Replace" or "Delete" or "Get" or "Exec" => Operation(element),
            _ => Unknown(element),
        };
    }

    private SyncCommand Operation(string element)
    {
        var (id, items, _) = CommandParts();
        return element switch
        {
            "Add" => new SyncCommand.Add(id, items),
            "Replace" => new SyncCommand.Replace(id, items),
            "Delete" => new SyncCommand.Delete(id, items),
            "Get" => new SyncCommand.Get(id, items),
            _ => new SyncCommand.Exec(id, items),
        };
    }

    private SyncCommand.Alert Alert()
    {
        var (id, items, data) = CommandParts();
        return new SyncCommand.Alert(id, PlainNumber(data) is <= 9_999 and var code ? (int)code : 0, items);
    }

    private SyncCommand Group(string element)
    {
        string? id = null;
        var children = ImmutableArray.CreateBuilder<SyncCommand>();
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            switch (Name)
            {
                case "CmdID":
                    Once(ref id, Id(), "CmdID");
                    break;
                case "NoResp" or "Meta":
                    xml.Skip();
                    break;
                default:
                    children.Add(Command());
                    break;
            }
        }

        return element == "Atomic"
            ? new SyncCommand.Atomic(id ?? "", children.DrainToImmutable())
            : new SyncCommand.Sequence(id ?? "", children.DrainToImmutable());
    }

    private SyncCommand.Unknown Unknown(string element)
    {
        string? id = null;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (Name == "CmdID")
            {
                Once(ref id, Id(), "CmdID");
            }
            else
            {
                xml.Skip();
            }
        }

        return new SyncCommand.Unknown(id ?? "", element);
    }

    private SyncCommand.Status Status()
    {
        string? id = null,
            messageRef = null,
            commandRef = null,
            command = null,
            data = null,
            originalError = null;
        ImmutableArray<string>.Builder? targets = null,
            sources = null;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            switch (Name)
            {
                case "CmdID":
                    Once(ref id, Id(), "CmdID");
                    break;
                case "MsgRef":
                    Once(ref messageRef, xml.NameText(), "MsgRef");
                    break;
                case "CmdRef":
                    Once(ref commandRef, Id(), "CmdRef");
                    break;
                case "Cmd":
                    Once(ref command, xml.NameText(), "Cmd");
                    break;
                case "TargetRef":
                    (targets ??= ImmutableArray.CreateBuilder<string>(1)).Add(xml.NameText());
                    break;
                case "SourceRef":
                    (sources ??= ImmutableArray.CreateBuilder<string>(1)).Add(xml.NameText());
                    break;
                case "Data":
                    originalError = xml.Attribute("originalerror", SyncMLNames.WindowsNamespace);
                    Once(ref data, xml.NameText(), "Data");
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return new SyncCommand.Status(
            id ?? "",
            MessageRef(messageRef) ?? 0,
            commandRef ?? "",
            command ?? "",
            Code(data),
            originalError is { Length: <= MaxId } ? originalError : null,
            targets?.DrainToImmutable() ?? [],
            sources?.DrainToImmutable() ?? []
        );
    }

    private SyncCommand.Results Results()
    {
        string? id = null,
            messageRef = null,
            commandRef = null,
            source = null;
        var meta = new Meta();
        var items = ImmutableArray.CreateBuilder<SyncItem>(1);
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            switch (Name)
            {
                case "CmdID":
                    Once(ref id, Id(), "CmdID");
                    break;
                case "MsgRef":
                    Once(ref messageRef, xml.NameText(), "MsgRef");
                    break;
                case "CmdRef":
                    Once(ref commandRef, Id(), "CmdRef");
                    break;
                case "Meta":
                    ReadMeta(ref meta);
                    break;
                case "SourceRef":
                    Once(ref source, xml.NameText(), "SourceRef");
                    break;
                case "Item":
                    items.Add(Item());
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        // A missing MsgRef means 1; one that is not a number has no meaning.
        var message = messageRef is null ? 1 : MessageRef(messageRef) ?? 0;
        return new SyncCommand.Results(
            id ?? "",
            message,
            commandRef ?? "",
            meta.Any || source is not null
                ? [.. items.Select(item => Inherit(item, meta) with { Source = item.Source ?? (item.Target is null ? source : null) })]
                : items.DrainToImmutable()
        );
    }

    private (string CmdId, ImmutableArray<SyncItem> Items, string? Data) CommandParts()
    {
        string? id = null,
            data = null;
        var meta = new Meta();
        var items = ImmutableArray.CreateBuilder<SyncItem>(1);
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            switch (Name)
            {
                case "CmdID":
                    Once(ref id, Id(), "CmdID");
                    break;
                case "Data":
                    Once(ref data, xml.NameText(), "Data");
                    break;
                case "Meta":
                    ReadMeta(ref meta);
                    break;
                case "Item":
                    items.Add(Item());
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return (id ?? "", meta.Any ? [.. items.Select(item => Inherit(item, meta))] : items.DrainToImmutable(), data);
    }

    private SyncItem Item()
    {
        string? target = null,
            source = null,
            data = null;
        var more = false;
        var meta = new Meta();
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            switch (Name)
            {
                case "Target":
                    Once(ref target, LocUri(), "Target");
                    break;
                case "Source":
                    Once(ref source, LocUri(), "Source");
                    break;
                case "Data":
                    Once(ref data, xml.Text(), "Data");
                    break;
                case "Meta":
                    ReadMeta(ref meta);
                    break;
                case "MoreData":
                    more = true;
                    xml.Skip();
                    break;
                default:
                    ReadMetaChild(ref meta);
                    break;
            }
        }

        return new SyncItem(target, source, meta.Format, meta.Type, data, more, meta.Size, meta.Mark);
    }

    /// <summary>Reads the LocURI in a Target or Source; null when there is none.</summary>
    private string? LocUri()
    {
        string? uri = null;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (Name == "LocURI")
            {
                Once(ref uri, xml.NameText(), "LocURI");
            }
            else
            {
                xml.Skip();
            }
        }

        return uri;
    }

    private void ReadMeta(ref Meta meta)
    {
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            ReadMetaChild(ref meta);
        }
    }

    private void ReadMetaChild(ref Meta meta)
    {
        switch (MetaName)
        {
            case "Format":
                Once(ref meta.Format, xml.NameText(), "Format");
                break;
            case "Type":
                Once(ref meta.Type, xml.NameText(), "Type");
                break;
            case "Mark":
                Once(ref meta.Mark, xml.NameText(), "Mark");
                break;
            case "Size":
                meta.Size = PlainNumber(xml.NameText());
                break;
            case "MaxMsgSize":
                meta.MaxMessageSize = PlainNumber(xml.NameText());
                break;
            default:
                xml.Skip();
                break;
        }
    }
}
