using System.Collections.Immutable;
using static MamConsole.Protocol.EnrollmentMessages.EnrollmentNames;

namespace MamConsole.Protocol.EnrollmentMessages;

// The context of the device: a list that is neither exhaustive nor guaranteed (docs/reference/protocol.md §1.3).
public sealed partial class EnrollmentRequestReader
{
    private const int MaxDeviceId = 128;

    private readonly ImmutableArray<ContextItem>.Builder context = ImmutableArray.CreateBuilder<ContextItem>();

    private void Context()
    {
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (!Is(Authorization, "ContextItem") || xml.Attribute("Name") is not { Length: > 0 and <= 256 } name)
            {
                xml.Skip();
                continue;
            }

            if (context.Count == xml.Limits.MaxContextItems)
            {
                throw Reject(EnrollmentFault.InvalidEnrollmentData, $"There are more than {xml.Limits.MaxContextItems} context items.");
            }

            var value = Value();
            if (value.Length <= xml.Limits.MaxNameText)
            {
                context.Add(new ContextItem(name, value));
            }
            else if (name == "DeviceID")
            {
                throw Reject(EnrollmentFault.InvalidEnrollmentData, "DeviceID is too long.");
            }
            else if (name == "EnrollmentData")
            {
                // No accepted terms are that long. Skipping the item would treat a forged acceptance as a missing one.
                throw Reject(EnrollmentFault.Authorization, "EnrollmentData is too long.");
            }
        }
    }

    private string Value()
    {
        string? value = null;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (Is(Authorization, "Value"))
            {
                Once(ref value, xml.Text());
            }
            else
            {
                xml.Skip();
            }
        }

        return value ?? "";
    }

    /// <summary>Requires exactly one DeviceID with the characters of an id, because it is in every session and becomes a key.</summary>
    private static ImmutableArray<ContextItem> DevicesOwn(ImmutableArray<ContextItem> items)
    {
        var ids = items.Where(item => item.Name == "DeviceID").ToArray();
        return
            ids is [{ Value.Length: > 0 and <= MaxDeviceId }]
            && ids[0].Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':')
            ? items
            : throw Reject(EnrollmentFault.InvalidEnrollmentData, "DeviceID is missing, duplicate or not a plain id.");
    }
}
