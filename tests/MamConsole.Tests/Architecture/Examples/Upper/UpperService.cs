using MamConsole.Tests.Architecture.Examples.Lower;

namespace MamConsole.Tests.Architecture.Examples.Upper;

/// <summary>A type of a high module, which may import a low one.</summary>
internal sealed class UpperService
{
    public static void Tidy() => LowerService.Tidy();
}
