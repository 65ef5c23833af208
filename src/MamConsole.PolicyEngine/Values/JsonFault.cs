using System.Text.Json;

namespace MamConsole.PolicyEngine.Values;

/// <summary>A member of a JSON object that cannot be read.</summary>
/// <param name="Member">Its name; empty for the object itself.</param>
/// <param name="Reason">What is wrong, in a sentence for people.</param>
public sealed record JsonFault(string Member, string Reason)
{
    /// <summary>
    /// As an exception that says where: a converter reads within a read, so the path inside the object is that of the exception within, as
    /// with lists (<see cref="ValueList{T}"/>).
    /// </summary>
    internal static JsonException Thrown(JsonFault fault) => new(fault.Reason, new JsonFaultException(fault));
}
