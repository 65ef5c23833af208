using System.Collections.Concurrent;

namespace MamConsole.DemoTenant;

/// <summary>A group of the demo tenant.</summary>
/// <param name="id">Its object id.</param>
/// <param name="displayName">What it is called.</param>
public sealed class TenantGroup(Guid id, string displayName)
{
    private readonly ConcurrentDictionary<Guid, bool> members = new();

    public Guid Id { get; } = id;

    public string DisplayName { get; } = displayName;

    /// <summary>Whether the person is a member now.</summary>
    public bool Has(TenantUser user) => members.ContainsKey((user ?? throw new ArgumentNullException(nameof(user))).ObjectId);

    public void Add(TenantUser user) => members[(user ?? throw new ArgumentNullException(nameof(user))).ObjectId] = true;

    public void Remove(TenantUser user) => members.TryRemove((user ?? throw new ArgumentNullException(nameof(user))).ObjectId, out _);
}
