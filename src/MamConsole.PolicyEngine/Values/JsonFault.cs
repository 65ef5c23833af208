using System.Text.Json;

namespace MamConsole.PolicyEngine.Values;

/// <summary>A member of a JSON object that cannot be read.</summary>
/// <param name="Member">The name of the member; empty for the object itself.</param>
/// <param name="Reason">The reason, as a sentence for people.</param>
public sealed record JsonFault(string Member, string Reason)
{
    /// <summary>
    /// Returns the fault as an exception with its location: a converter reads within another read, so the path inside the object is that of
    /// the inner exception, as with lists (<see cref="ValueList{T}"/>).
    /// </summary>
    internal static JsonException Thrown(JsonFault fault) => new(fault.Reason, new JsonFaultException(fault));
}
