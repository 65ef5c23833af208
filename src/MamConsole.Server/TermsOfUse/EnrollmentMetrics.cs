using System.Diagnostics.Metrics;

namespace MamConsole.Server.TermsOfUse;

/// <summary>Counts the outcomes of enrollments and of the terms of use.</summary>
internal sealed class EnrollmentMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "MamConsole.Enrollment";

    private readonly Counter<long> answers;
    private readonly Counter<long> terms;

    public EnrollmentMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        answers = meter.CreateCounter<long>("mamconsole.enrollment.answers", description: "Responses to enrollment requests, by outcome.");
        terms = meter.CreateCounter<long>("mamconsole.terms.answers", description: "Answers of people to the terms of use, by outcome.");
    }

    /// <param name="outcome"><c>Enrolled</c>, <c>Repeated</c>, or the name of the fault.</param>
    public void Answered(string outcome) => answers.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <param name="outcome"><c>Accepted</c>, <c>Declined</c>, <c>ShownAgain</c>, <c>Refused</c> or <c>Failed</c>.</param>
    public void TermsAnswered(string outcome) => terms.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
