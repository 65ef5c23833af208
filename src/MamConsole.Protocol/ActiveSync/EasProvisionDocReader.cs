using System.Collections.Immutable;

namespace MamConsole.Protocol.ActiveSync;

/// <summary>
/// Finds EASProvisionDoc (MS-ASPROV §2.2.2.28) in a document, alone or inside a Provision answer, and takes its elements apart.
/// </summary>
public static class EasProvisionDocReader
{
    private const string Document = "EASProvisionDoc";

    /// <summary>Reads one document.</summary>
    /// <returns>Its elements in their order; what they mean is not looked at.</returns>
    /// <exception cref="EasFormatException">It is none, has two, or breaks a limit.</exception>
    public static ImmutableArray<EasProvisionElement> Read(ReadOnlyMemory<byte> utf8, WireLimits? limits = null)
    {
        using var xml = WireReader.Open(utf8, limits ?? WireLimits.Default, reason => new EasFormatException(reason));
        ImmutableArray<EasProvisionElement>? found = null;
        Find(xml, ref found);
        xml.End();
        return found ?? throw new EasFormatException("There is no EASProvisionDoc in the document.");
    }

    private static void Find(WireReader xml, ref ImmutableArray<EasProvisionElement>? found)
    {
        if (xml.Name == Document)
        {
            found = found is null ? Elements(xml) : throw new EasFormatException("There are two EASProvisionDoc in the document.");
            return;
        }

        // Beside the way to the document stand texts (Status, PolicyKey), which an element of elements never is.
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
