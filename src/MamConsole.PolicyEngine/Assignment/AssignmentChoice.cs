namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Which of several policies a person's devices get.</summary>
public static class AssignmentChoice
{
    /// <summary>
    /// The policy that names the person, else the one for everyone; among several the first of <paramref name="policies"/>, which the
    /// caller gives oldest first. Null = none.
    /// </summary>
    /// <param name="upn">The person's user principal name, in any case.</param>
    public static T? For<T>(string upn, IReadOnlyCollection<T> policies, Func<T, AssignmentSettings> assignment)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(assignment);
        return policies.FirstOrDefault(p =>
            assignment(p) is { To: AssignmentKind.People } named && named.People.Contains(upn, StringComparer.OrdinalIgnoreCase))
            ?? policies.FirstOrDefault(p => assignment(p).To == AssignmentKind.Everyone);
    }
}
