using System.Text.Json;

namespace MamConsole.PolicyEngine.Values;

/// <summary>An error found by a converter, with a message for people and the path relative to its own object.</summary>
public sealed class JsonFaultException : JsonException
{
    internal JsonFaultException(JsonFault fault)
        : base(fault.Reason, fault.Member.Length == 0 ? "$" : $"$.{fault.Member}", null, null) { }
}
