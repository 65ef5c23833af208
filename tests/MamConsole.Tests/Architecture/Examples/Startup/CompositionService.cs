using MamConsole.Tests.Architecture.Examples.Lower;
using MamConsole.Tests.Architecture.Examples.Upper;

namespace MamConsole.Tests.Architecture.Examples.Startup;

/// <summary>The composition: it may import every module.</summary>
internal static class CompositionService
{
    public static void Open()
    {
        UpperService.Tidy();
        LowerService.Tidy();
    }
}
