using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.DeviceLock;

namespace MamConsole.PolicyEngine;

/// <summary>
/// A policy as it was typed: the form, the draft, the file and the API hold this. Any text is allowed in any field, so that a
/// half-typed or wrong value can be saved and named. A new area adds one line here (docs/follow-a-policy.md).
/// </summary>
public sealed record WrittenPolicy
{
    /// <summary>The number of this document's shape; older documents are upcast on read, never rewritten.</summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public DeviceLockSettings DeviceLock { get; init; } = new();

    /// <summary>How documents are written everywhere: camelCase, absent instead of null.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
    };
}

/// <summary>A policy whose every value was parsed and whose rules hold. Only <see cref="PolicyValidator"/> makes it, wrapped in <see cref="Values.Valid{T}"/>.</summary>
public sealed record Policy
{
    internal Policy() { }

    /// <summary>Null when the policy says nothing about the lock.</summary>
    public DeviceLockRules? DeviceLock { get; internal init; }
}
