using MamConsole.Tests.Architecture.Examples.Lower;
using MamConsole.Tests.Architecture.Examples.Upper;

namespace MamConsole.Tests.Architecture.Examples.Startup;

/// <summary>The composition: it may know every room.</summary>
internal static class Porch
{
    public static void Open()
    {
        Attic.Tidy();
        Cellar.Tidy();
    }
}
