using MamConsole.Server.Outcomes;

namespace MamConsole.IntegrationTests;

/// <summary>Assertions on outcomes.</summary>
internal static class OutcomeAssertions
{
    public static T Value<T>(this Outcome<T> outcome) =>
        outcome.Match(value => value, problem => throw new InvalidOperationException($"{problem.Kind}: {problem.Message}"));

    public static TProblem Problem<TProblem>(this object outcome)
        where TProblem : Problem => Assert.IsType<TProblem>(outcome.GetType().GetProperty("Problem")?.GetValue(outcome));

    public static Problem? ProblemOrNull<T>(this Outcome<T> outcome) => outcome.Match<Problem?>(_ => null, problem => problem);
}
