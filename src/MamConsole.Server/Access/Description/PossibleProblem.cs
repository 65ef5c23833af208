using System.Runtime.CompilerServices;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Access.Description;

/// <summary>Endpoint metadata: a problem that the operation can return.</summary>
/// <param name="Type">A record that derives from <see cref="Problem"/>.</param>
/// <param name="Status">The HTTP status of that response.</param>
internal sealed record PossibleProblem(Type Type, int Status)
{
    /// <summary>The <c>type</c> member of the problem details.</summary>
    public string Uri => ProblemResults.TypePrefix + Type.Name;

    /// <summary>The problem <typeparamref name="T"/> with its own status.</summary>
    public static PossibleProblem Of<T>()
        where T : Problem =>
        // The status of a problem type is a constant, so it is read without inventing the values that a message needs.
        new(typeof(T), ((Problem)RuntimeHelpers.GetUninitializedObject(typeof(T))).Status);
}
