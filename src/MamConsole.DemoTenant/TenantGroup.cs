using System.Collections.Concurrent;

namespace MamConsole.DemoTenant;

/// <summary>A group of the demo tenant.</summary>
/// <param name="id">The object id.</param>
/// <param name="displayName">The display name.</param>
public sealed class TenantGroup(Guid id, string displayName)
{
    private readonly ConcurrentDictionary<Guid, bool> members = new();

    public Guid Id { get; } = id;

    public string DisplayName { get; } = displayName;

    /// <summary>Returns whether the person is currently a member.</summary>
    public bool Has(TenantUser user) => members.ContainsKey((user ?? throw new ArgumentNullException(nameof(user))).ObjectId);

    public void Add(TenantUser user) => members[(user ?? throw new ArgumentNullException(nameof(user))).ObjectId] = true;

    public void Remove(TenantUser user) => members.TryRemove((user ?? throw new ArgumentNullException(nameof(user))).ObjectId, out _);
}
