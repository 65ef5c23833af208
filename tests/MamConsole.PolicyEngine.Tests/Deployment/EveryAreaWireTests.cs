using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.PolicyEngine.Certificates;

namespace MamConsole.Tests.PolicyEngine.Deployment;

/// <summary>
/// Compares every message of the session in which a new PC receives a policy that uses every area with approved bytes, so that the effect
/// of a change to a compiler, the order or the writer on the wire is visible. Values that are created in each run (keys of certificates)
/// are replaced by their names.
/// </summary>
public sealed partial class EveryAreaWireTests
{
    private const string Approved = "every-area.approved.xml";

    [Fact]
    public void Deployment_WritesApprovedMessagesForEveryArea()
    {
        var wire = Wire(SamplePolicies.Compile(SamplePolicies.Rich));

        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Deployment", Approved)).ReplaceLineEndings("\n").TrimEnd();
        var received = Path.Combine(AppContext.BaseDirectory, "Deployment", "every-area.received.xml");
        if (wire != approved)
        {
            File.WriteAllText(received, wire + "\n");
        }

        Assert.True(
            wire == approved,
            $"The wire is not as approved. Compare {received} with {Approved}; what is right now becomes the approved one."
        );
    }

    private static string Wire(CompiledPolicy version)
    {
        var secrets = new SecretValues(SecretValues.RequiredBy(version).ToDictionary(id => id, id => $"secret {id.ToString()[..4]}"));
        var context = new DeploymentStepContext(
            new ReportedState(CompiledPolicy.Empty, null, []),
            version,
            Nodes.Current,
            [],
            [Nodes.Status]
        )
        {
            Now = Nodes.Now,
            Secrets = secrets,
        };
        var step = DeploymentStep.Begin(0, null, 1, readAll: false, context);
        var text = new StringBuilder("<Session>\n");
        var requested = 0;
        for (var message = 1; step.Outstanding.Count > 0; message++)
        {
            Assert.True(message < 20, "The session does not end.");
            var batch = CommandBatch.Build(step.Outstanding, version, "grouping", step.FirstId, secrets);
            requested += batch.Ids.Length;
            var bytes = SyncMLWriter.Write(
                new SyncMLMessage(
                    new SyncHeader("1", message, "device", "https://mam.contoso.example/mam/sync"),
                    batch.Commands,
                    Final: true
                )
            );
            text.Append(
                    Lines()
                        .Replace(
                            Encoding
                                .UTF8.GetString(bytes)
                                .Replace("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "", StringComparison.OrdinalIgnoreCase),
                            "\n<"
                        )
                )
                .Append('\n');
            step = DeploymentStep.Continue(
                step,
                step.Outstanding.ToDictionary(c => c, _ => new Verdict(new StatusCode(200), null)),
                Readings(step, version),
                message,
                context
            );
        }

        Assert.Equal(DeploymentStepPhase.Done, step.Phase);
        Assert.True(requested > version.Nodes.Count, "Each node is written, and some are read.");
        return Steady(text.Append("</Session>").ToString());
    }

    private static ImmutableArray<NodeReading> Readings(DeploymentStepSession step, CompiledPolicy version) =>
        step
            .Outstanding.OfType<PlannedCommand.Read>()
            .Select(c => new NodeReading(
                c.LocUri,
                c.LocUri == Nodes.Status ? "11" : version.Nodes.FirstOrDefault(n => n.LocUri == c.LocUri)?.Value
            ))
            .ToImmutableArray();

    /// <summary>
    /// Replaces the bytes of certificates and the values derived from them by names, because certificates are created in each run.
    /// </summary>
    private static string Steady(string wire)
    {
        var recovery = SamplePolicies.Rich.InformationProtection.RecoveryCertificate!.Content;
        var blob = SamplePolicies
            .Compile(SamplePolicies.Rich)
            .Nodes.First(n => n.LocUri.EndsWith("/DataRecoveryCertificate", StringComparison.Ordinal))
            .Value;
        return ScepName()
            .Replace(wire, "/SCEP/(name of its content)/")
            .Replace(blob, "(recovery blob)", StringComparison.Ordinal)
            .Replace(recovery, "(recovery certificate)", StringComparison.Ordinal)
            .Replace(Convert.ToBase64String(CertificateSamples.RootDer), "(root certificate)", StringComparison.Ordinal)
            .Replace(CertificateSamples.Thumbprint(CertificateSamples.RootDer), "(root thumbprint)", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("/SCEP/[0-9a-f-]{36}/")]
    private static partial Regex ScepName();

    /// <summary>Matches the start of each element that contains others or follows one; each starts a new line.</summary>
    [GeneratedRegex("(?<=>)<(?=(?!/)|/SyncBody|/SyncML|/Atomic|/Sequence)")]
    private static partial Regex Lines();
}
