using System.ComponentModel;
using MamConsole.Tests.Architecture.Examples.Startup;
using MamConsole.Tests.Architecture.Examples.Upper;

namespace MamConsole.Tests.Architecture.Examples.Lower;

/// <summary>A type of a low room that keeps the rule.</summary>
internal static class Cellar
{
    public static void Tidy() => GC.KeepAlive(null);
}

internal sealed class InAsyncLambda
{
    public Func<Task> Later { get; } =
        async () =>
        {
            await Task.Yield();
            Attic.Tidy();
        };
}

[TypeConverter(typeof(Attic))]
internal sealed class InAttribute;

internal sealed class InGenericArgument
{
    public int Count() => new Dictionary<string, List<Attic[]>>().Count;
}

internal sealed class InIterator
{
    public IEnumerable<int> Steps()
    {
        yield return 1;
        Attic.Tidy();
    }
}

internal sealed class InNestedType
{
    internal sealed class Inner
    {
        public void Tidy() => Attic.Tidy();
    }
}

internal abstract class InSignature
{
    public abstract void Take(ref Attic? attic);
}

internal sealed class OfComposition
{
    public void Open() => Porch.Open();
}
