using System.Text.Json;

namespace MamConsole.PolicyEngine.Values;

/// <summary>What a converter found, with words for people and the path from its own object on.</summary>
public sealed class JsonFaultException : JsonException
{
    internal JsonFaultException(JsonFault fault)
        : base(fault.Reason, fault.Member.Length == 0 ? "$" : $"$.{fault.Member}", null, null) { }
}
