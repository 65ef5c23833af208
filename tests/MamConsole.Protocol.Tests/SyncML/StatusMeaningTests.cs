using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.SyncML;

/// <summary>The status classes of docs/reference/protocol.md §3.12.</summary>
public sealed class StatusMeaningTests
{
    [Theory]
    [InlineData(StatusClass.Success, 200, 202, 212)]
    [InlineData(StatusClass.Permanent, 400, 401, 403, 404, 405, 406, 407, 412, 413, 414, 415, 416, 418, 424, 425, 427, 501, 511)]
    [InlineData(StatusClass.Permanent, 100, 299, 399, 410, 499, 599)]
    [InlineData(StatusClass.Transient, 204, 206, 213, 304, 408, 417, 420, 500, 503, 506, 510, 514)]
    [InlineData(StatusClass.Group, 215, 216, 507, 516, 517)]
    [InlineData(StatusClass.Cancelled, 214)]
    [InlineData(StatusClass.None, 0)]
    public void Of_ReturnsClass(StatusClass expected, params int[] codes) =>
        Assert.All(codes, code => Assert.Equal((code, expected), (code, new StatusCode(code).Class)));

    [Fact]
    public void IsSuccess_IsTrueForSuccessOnly() =>
        Assert.All(
            Enumerable.Range(0, 1000).Select(code => new StatusCode(code)),
            code => Assert.Equal(code.Class == StatusClass.Success, code.IsSuccess)
        );

    [Theory]
    [InlineData("Add", 418, StatusClass.AlreadySo)]
    [InlineData("Replace", 418, StatusClass.Permanent)]
    [InlineData("Delete", 404, StatusClass.AlreadySo)]
    [InlineData("Replace", 404, StatusClass.Permanent)]
    [InlineData("Add", 200, StatusClass.Success)]
    public void Of_DependsOnCommand(string command, int code, StatusClass expected) =>
        Assert.Equal(expected, StatusMeaning.Of(new StatusCode(code), command).Class);

    [Fact]
    public void Words_CompleteSentence() =>
        Assert.All(
            StatusMeaning.Codes,
            code =>
            {
                var words = StatusMeaning.Of(new StatusCode(code)).Words;
                Assert.True(words.Length > 3 && char.IsLower(words[0]) && !words.EndsWith('.'), words);
            }
        );
}
