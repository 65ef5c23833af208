using System.Data;
using Dapper;

namespace MamConsole.Server.Storage;

/// <summary>
/// How values are stored in both databases: instants as BIGINT Unix milliseconds, GUIDs as lowercase TEXT; the column <c>draft_revision</c>
/// is mapped to the property <c>DraftRevision</c>. Dapper has default maps for both types, which must be removed before it uses a handler.
/// </summary>
internal static class SqlTypes
{
    private static readonly Lazy<bool> Once = new(Add);

    public static void Register() => _ = Once.Value;

    private static bool Add()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(Guid?));
        SqlMapper.AddTypeHandler(new GuidHandler());
        return true;
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.ToUnixTimeMilliseconds();
        }

        public override DateTimeOffset Parse(object value) => DateTimeOffset.FromUnixTimeMilliseconds((long)value);
    }

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.ToString("D");
        }

        public override Guid Parse(object value) => Guid.ParseExact((string)value, "D");
    }
}
