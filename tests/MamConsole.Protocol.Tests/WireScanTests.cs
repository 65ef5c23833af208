using System.Text;
using MamConsole.Protocol;

namespace MamConsole.Tests.Protocol;

/// <summary>The number of attributes before parsing, which must equal the number that the parser would find.</summary>
public sealed class WireScanTests
{
    [Theory]
    [InlineData("<a/>", false)]
    [InlineData("<a b='1' c=\"2\"/>", false)]
    [InlineData("<a b='1' c='2' d='3'/>", true)]
    [InlineData("<a xmlns='u' xmlns:b='v' c = '3'>", true)]
    [InlineData("<a b='>' c='\"'><d e='1' f='2'/></a>", false)]
    [InlineData("<a b='>\"' c='\">' d=''/>", true)]
    [InlineData("<a>b='1' c='2' d='3'</a>", false)]
    [InlineData("<a>it's \"</a><a b='1' c='2'/>", false)]
    [InlineData("<!-- <a b='1' c='2' d='3'/> --><a/>", false)]
    [InlineData("<!-- it's --><a b='1' c='2' d='3'/>", true)]
    [InlineData("<![CDATA[<a b='1' c='2' d='3'>'\"]]><a/>", false)]
    [InlineData("<?p b='1' c='2' d='3'?><a/>", false)]
    [InlineData("<a b='1' c='2", false)]
    [InlineData("<a b='1' c='2' d", false)]
    [InlineData("<!-- ", false)]
    [InlineData("", false)]
    public void HasMoreAttributes_CountsAttributes(string xml, bool more) =>
        Assert.Equal(more, WireScan.HasMoreAttributes(Encoding.UTF8.GetBytes(xml), 2));

    [Theory]
    [InlineData("<a b='123'/>", false)]
    [InlineData("<a b='1234'/>", true)]
    [InlineData("<a b='1' c=\"1234\">", true)]
    [InlineData("<a>b='1234'</a>", false)]
    [InlineData("<!-- b='1234' --><a/>", false)]
    public void HasMoreAttributes_MeasuresAttributes(string xml, bool longer) =>
        Assert.Equal(longer, WireScan.HasMoreAttributes(Encoding.UTF8.GetBytes(xml), 64, 3));

    [Theory]
    [InlineData("<a", "")]
    [InlineData("<a", ">")]
    [InlineData("<a b='", "'>")]
    [InlineData("<!-", "")]
    [InlineData("<!--", "-->")]
    public void HasMoreAttributes_TakesLinearTimeForUnclosedTags(string part, string end)
    {
        // With quadratic time, two million bytes would not finish.
        var xml = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, 2_000_000 / part.Length)) + end);
        Assert.False(WireScan.HasMoreAttributes(xml, 2_000_000));
    }
}
