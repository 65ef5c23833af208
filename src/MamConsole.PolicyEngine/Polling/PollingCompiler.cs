using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>Compiles DMClient's Poll nodes: all six numbers, or none.</summary>
internal static class PollingCompiler
{
    public static IEnumerable<CompiledNode> Compile(PollingRules? rules)
    {
        if (rules?.Plan is { } plan)
        {
            (CspNode<int> Node, int Value)[] numbers =
            [
                (DMClientCsp.IntervalForFirstSetOfRetries, plan.First.Interval),
                (DMClientCsp.NumberOfFirstRetries, plan.First.Count),
                (DMClientCsp.IntervalForSecondSetOfRetries, plan.Second.Interval),
                (DMClientCsp.NumberOfSecondRetries, plan.Second.Count),
                (DMClientCsp.IntervalForRemainingScheduledRetries, plan.Later.Interval),
                (DMClientCsp.NumberOfRemainingScheduledRetries, plan.Later.Count),
            ];
            foreach (var (node, value) in numbers)
            {
                yield return CompiledNode.Of(node, value, NodeStage.Polling);
            }
        }

        if (rules?.PollOnLogin is { } login)
        {
            yield return CompiledNode.Of(DMClientCsp.PollOnLogin, login, NodeStage.Polling);
        }
    }
}
