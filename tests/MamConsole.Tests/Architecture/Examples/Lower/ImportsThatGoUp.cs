using System.ComponentModel;
using MamConsole.Tests.Architecture.Examples.Startup;
using MamConsole.Tests.Architecture.Examples.Upper;

namespace MamConsole.Tests.Architecture.Examples.Lower;

/// <summary>A type of a low module that complies with the rule.</summary>
internal static class LowerService
{
    public static void Tidy() => GC.KeepAlive(null);
}

internal sealed class InAsyncLambda
{
    public Func<Task> Later { get; } =
        async () =>
        {
            await Task.Yield();
            UpperService.Tidy();
        };
}

[TypeConverter(typeof(UpperService))]
internal sealed class InAttribute;

internal sealed class InGenericArgument
{
    public int Count() => new Dictionary<string, List<UpperService[]>>().Count;
}

internal sealed class InIterator
{
    public IEnumerable<int> Steps()
    {
        yield return 1;
        UpperService.Tidy();
    }
}

internal sealed class InNestedType
{
    internal sealed class Inner
    {
        public void Tidy() => UpperService.Tidy();
    }
}

internal abstract class InSignature
{
    public abstract void Take(ref UpperService? upper);
}

internal sealed class OfComposition
{
    public void Open() => CompositionService.Open();
}
