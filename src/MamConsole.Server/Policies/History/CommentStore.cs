using Dapper;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies.History;

/// <summary>The database rows of comments on versions. They are only inserted and read.</summary>
internal sealed class CommentStore(Database database)
{
    private const string Select = """
        SELECT c.comment_key, v.number, c.said_at, c.said_by, c.text
        FROM version_comments c JOIN policy_versions v ON v.version_id = c.version_id
        """;

    /// <summary>A page of the comments on one version, oldest first.</summary>
    /// <param name="versionId">The version.</param>
    /// <param name="after">Only comments with a greater key; null = from the first comment.</param>
    /// <param name="take">The maximum number of comments.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public Task<IReadOnlyList<VersionComment>> ListAsync(long versionId, long? after, int take, CancellationToken cancellationToken) =>
        ReadAsync(
            $"{Select} WHERE c.version_id = @versionId AND c.comment_key > @after ORDER BY c.comment_key LIMIT @take",
            new
            {
                versionId,
                after = after ?? 0,
                take,
            },
            cancellationToken
        );

    /// <summary>The newest comments on a range of versions of one policy, oldest first.</summary>
    /// <param name="policyKey">The policy.</param>
    /// <param name="from">The smallest version number.</param>
    /// <param name="to">The greatest version number.</param>
    /// <param name="take">The maximum number of comments; the newest are returned.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<IReadOnlyList<VersionComment>> OfVersionsAsync(
        long policyKey,
        int from,
        int to,
        int take,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await ReadAsync(
                    $"{Select} WHERE v.policy_key = @policyKey AND v.number >= @from AND v.number <= @to ORDER BY c.comment_key "
                        + "DESC LIMIT @take",
                    new
                    {
                        policyKey,
                        from,
                        to,
                        take,
                    },
                    cancellationToken
                )
            ).Reverse(),
        ];

    /// <returns>The comment's key.</returns>
    public static Task<long> InsertAsync(Transaction transaction, long versionId, VersionComment comment, Guid authorId) =>
        transaction.ScalarAsync<long>(
            """
            INSERT INTO version_comments (version_id, said_at, said_by, said_by_id, text)
            VALUES (@versionId, @At, @By, @saidById, @Text)
            RETURNING comment_key
            """,
            new
            {
                versionId,
                comment.At,
                comment.By,
                saidById = authorId,
                comment.Text,
            }
        );

    private Task<IReadOnlyList<VersionComment>> ReadAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<VersionComment>>(
            async connection =>
                [
                    .. (await connection.QueryAsync<Row>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))).Select(
                        row => row.ToComment()
                    ),
                ],
            cancellationToken
        );

    private sealed class Row
    {
        public required long CommentKey { get; init; }

        public required int Number { get; init; }

        public required DateTimeOffset SaidAt { get; init; }

        public required string SaidBy { get; init; }

        public required string Text { get; init; }

        public VersionComment ToComment() =>
            new()
            {
                Key = CommentKey,
                Number = Number,
                At = SaidAt,
                By = SaidBy,
                Text = Text,
            };
    }
}
