using System.Collections.Immutable;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.PolicyEngine.Deployment;

/// <summary>
/// Runs a step against a minimal device: a dictionary of values with configured status codes and readings. Between messages it stores what
/// the server stores.
/// </summary>
internal sealed class DeploymentStepRun
{
    private readonly CompiledPolicy from;
    private readonly CompiledPolicy to;
    private readonly CompiledPolicy? sent;
    private readonly DeviceCapability device;
    private readonly Dictionary<string, string> values;
    private int message;

    public DeploymentStepRun(
        string from,
        string to,
        ValueList<SettingDeviation> against = default,
        string? sent = null,
        bool readAll = false,
        DeviceCapability? device = null,
        MessageSizeBudget? budget = null
    )
    {
        (this.from, this.to, this.sent, this.device) = (
            Nodes.Version(from),
            Nodes.Version(to),
            sent is null ? null : Nodes.Version(sent),
            device ?? Nodes.Current
        );
        Deviations = against;
        SizeBudget = budget ?? MessageSizeBudget.Unbounded;
        values = this.from.Nodes.ToDictionary(n => n.LocUri, n => n.Value);
        Step = MamConsole.PolicyEngine.Deployment.DeploymentStep.Begin(1, sent is null ? null : 2, 3, readAll, Context);
        Store();
    }

    public DeploymentStepSession Step { get; private set; }

    /// <summary>The deviations that the server would have stored so far.</summary>
    public ValueList<SettingDeviation> Deviations { get; private set; }

    /// <summary>
    /// The status codes that the device returns instead of 200, by node; the removal of a missing node returns 404 without an entry here. 0
    /// means no status.
    /// </summary>
    public Dictionary<string, int> Codes { get; } = [];

    /// <summary>The values that are read back instead of the written ones; null means no value.</summary>
    public Dictionary<string, string?> Reads { get; } = [];

    /// <summary>The values on the device, as text.</summary>
    public string Holds =>
        string.Join(' ', values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{Nodes.Name(v.Key)}={v.Value}"));

    /// <summary>The commands of the outstanding message.</summary>
    public ImmutableArray<SyncCommand> Commands => CommandBatch.Build(Step.Outstanding, to, "", Step.FirstId).Commands;

    /// <summary>The outstanding commands, as text.</summary>
    public string Out => Nodes.Describe(Step.Outstanding);

    public string Against => Nodes.Describe(Deviations);

    /// <summary>The size budget of each message, including the one that the constructor plans.</summary>
    public MessageSizeBudget SizeBudget { get; }

    private DeploymentStepContext Context =>
        new(
            new ReportedState(from, sent, Deviations),
            to,
            device,
            [Nodes.Status, "./Vendor/MSFT/DeviceStatus/OS/Mode"],
            to.Nodes.Any(n => n.Stage == NodeStage.Mode) ? [Nodes.Status] : []
        )
        {
            Now = Nodes.Now,
            SizeBudget = SizeBudget,
        };

    /// <summary>Answers the last message and returns the next commands as text.</summary>
    public string Answer()
    {
        var verdicts = Step.Outstanding.ToDictionary(c => c, Execute).Where(v => v.Value.Code.Value != 0).ToDictionary();
        var readings = Step
            .Outstanding.OfType<PlannedCommand.Read>()
            .Select(c => (c.LocUri, Value: Read(c.LocUri)))
            .Where(r => r.Value is not null);
        Step = MamConsole.PolicyEngine.Deployment.DeploymentStep.Continue(
            Step,
            verdicts,
            [.. readings.Select(r => new NodeReading(r.LocUri, r.Value))],
            ++message,
            Context
        );
        Store();
        return Out;
    }

    /// <summary>Answers until nothing is outstanding and returns every message as text.</summary>
    public string[] Play()
    {
        var texts = new List<string> { Out };
        while (Step.Outstanding.Count > 0)
        {
            texts.Add(Answer());
            Assert.True(texts.Count < 60, "The step does not end.");
        }

        Assert.Equal(DeploymentStepPhase.Done, Step.Phase);
        return [.. texts.Where(s => s.Length > 0)];
    }

    private void Store()
    {
        if (MamConsole.PolicyEngine.Deployment.DeploymentStep.WritesAnswered(Step))
        {
            Deviations = MamConsole.PolicyEngine.Deployment.DeploymentStep.Deviations(Step, Context);
        }
    }

    private Verdict Execute(PlannedCommand command)
    {
        var code = Codes.TryGetValue(Nodes.Name(command.LocUri), out var stated) && command is not PlannedCommand.Read ? stated : 200;
        switch (command)
        {
            case PlannedCommand.Remove when code == 200:
                code = values.Remove(command.LocUri) ? 200 : 404;
                break;
            case PlannedCommand.Write when code == 200:
                values[command.LocUri] = to.Nodes.First(n => n.LocUri == command.LocUri).Value;
                break;
            case PlannedCommand.Read when Read(command.LocUri) is null:
                code = 404;
                break;
        }

        return new Verdict(new StatusCode(code), code >= 400 ? "0x80070032" : null);
    }

    private string? Read(string uri) =>
        Reads.TryGetValue(Nodes.Name(uri), out var text) ? text
        : uri == Nodes.Status ? "11"
        : values.GetValueOrDefault(uri, uri.Contains("/OS/") ? "0" : null!);
}
