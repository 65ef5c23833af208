using System.Collections.Immutable;

namespace MamConsole.Protocol.ActiveSync;

/// <summary>Reads the elements of EASProvisionDoc (MS-ASPROV §2.2.2.28), separately or inside a Provision response.</summary>
public static class EasProvisionDocReader
{
    private const string Document = "EASProvisionDoc";

    /// <summary>Reads one document.</summary>
    /// <returns>The elements in document order. Their values are not validated.</returns>
    /// <exception cref="EasFormatException">The document has no or two EASProvisionDoc, or exceeds a limit.</exception>
    public static ImmutableArray<EasProvisionElement> Read(ReadOnlyMemory<byte> utf8, WireLimits? limits = null)
    {
        using var xml = WireReader.Open(utf8, limits ?? WireLimits.Default, reason => new EasFormatException(reason));
        ImmutableArray<EasProvisionElement>? found = null;
        Find(xml, ref found);
        xml.End();
        return found ?? throw new EasFormatException("The document has no EASProvisionDoc.");
    }

    private static void Find(WireReader xml, ref ImmutableArray<EasProvisionElement>? found)
    {
        if (xml.Name == Document)
        {
            found = found is null ? Elements(xml) : throw new EasFormatException("The document has two EASProvisionDoc elements.");
            return;
        }

        // Siblings on the path to the document contain text (Status, PolicyKey), which WireReader.Next does not accept between elements.
        if (xml.Name is not ("Provision" or "Policies" or "Policy" or "Data"))
        {
            xml.Skip();
            return;
        }

        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            Find(xml, ref found);
        }
    }

    private static ImmutableArray<EasProvisionElement> Elements(WireReader xml)
    {
        var elements = ImmutableArray.CreateBuilder<EasProvisionElement>();
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            var name = xml.Name;
            elements.Add(
                name is "ApprovedApplicationList" or "UnapprovedInROMApplicationList"
                    ? new EasProvisionElement(name, "", Items(xml))
                    : new EasProvisionElement(name, xml.NameText(), [])
            );
        }

        return elements.ToImmutable();
    }

    private static ImmutableArray<string> Items(WireReader xml)
    {
        var items = ImmutableArray.CreateBuilder<string>();
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            items.Add(xml.NameText());
        }

        return items.ToImmutable();
    }
}
