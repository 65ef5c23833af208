using MamConsole.Server.Jobs;
using MamConsole.Server.Ui;

namespace MamConsole.Tests.Server.Jobs;

public sealed class RetentionForecastTests
{
    [Fact]
    public void Reaches_IsGrowthWithinRetentionPeriod()
    {
        var sessions = new HistoryGrowth(Bytes: 2_000_000, Entries: 1_000, AddedInADay: 400, RetentionDays: 30, MaximumEntries: null);

        Assert.Equal(800_000, sessions.BytesInADay);
        Assert.Equal(24_000_000, sessions.Reaches);
    }

    [Fact]
    public void Reaches_IsLimitedByMaximumEntries() =>
        Assert.Equal(10_200_000, new HistoryGrowth(2_000_000, 1_000, 400, 30, MaximumEntries: 5_100).Reaches);

    [Fact]
    public void Reaches_IsForecastForOneYearWithoutRetentionPeriod()
    {
        var audit = new HistoryGrowth(Bytes: 10_000, Entries: 10, AddedInADay: 2, RetentionDays: null, MaximumEntries: null);

        Assert.False(audit.Rests);
        Assert.Equal(10_000 + (2 * 1_000 * 365), audit.Reaches);
    }

    [Fact]
    public void Reaches_IsZeroWithoutEntries() =>
        Assert.Equal((0, 0), (new HistoryGrowth(0, 0, 0, 30, 50).Reaches, new HistoryGrowth(0, 0, 5, null, null).Reaches));

    [Fact]
    public void Forecast_AddsRestAndFinalSizeOfEachKind()
    {
        var forecast = new RetentionForecast(
            5_000_000,
            [new HistoryGrowth(2_000_000, 1_000, 400, 30, null), new HistoryGrowth(1_000_000, 100, 1, null, null)]
        );

        Assert.Equal(2_000_000, forecast.Rest);
        Assert.Equal(2_000_000 + 24_000_000 + 1_000_000, forecast.Reaches);
        Assert.Equal(3_650_000, forecast.InAYear);
    }

    [Fact]
    public void Reaches_IsNeverBelowFileSize() =>
        Assert.Equal(5_000_000, new RetentionForecast(5_000_000, [new HistoryGrowth(4_000_000, 1_000, 1, 30, null)]).Reaches);

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(999, "999 bytes")]
    [InlineData(1_000, "1.0 KB")]
    [InlineData(2_134_000_000, "2.1 GB")]
    [InlineData(15_400_000, "15 MB")]
    [InlineData(5_000_000_000_000_000, "5000 TB")]
    public void ByteSize_FormatsSizeWithUnit(long bytes, string words) => Assert.Equal(words, ByteSize.Of(bytes));
}
