using MamConsole.Protocol;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Startup;

/// <summary>
/// Writes every device request and its response to files while <c>Devices:TraceFolder</c> is configured: for the first real PC, whose
/// messages have not been observed yet (docs/reference/protocol.md §9). Without the setting it is not part of the pipeline.
/// </summary>
internal sealed partial class RawTrace(RequestDelegate next, TraceFiles files, TimeProvider time)
{
    public const string Setting = "Devices:TraceFolder";

    public async Task InvokeAsync(HttpContext context)
    {
        var at = time.GetInstant();
        var began = time.GetTimestamp();
        using var request = new Copy(context.Request.Body);
        using var answer = new Copy(context.Response.Body);
        context.Request.Body = request;
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Body = request.Inner;
            context.Response.Body = answer.Inner;
            var path = string.Concat(context.Request.Path.Value!.Take(40).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
            files.Write(
                $"{context.Request.Method}-{path}",
                TraceText.Of(context, request.Buffered, answer.Buffered, at, time.GetElapsedTime(began))
            );
        }
    }

    /// <summary>Passes all bytes on and copies what is read or written, up to the maximum length of a message.</summary>
    private sealed class Copy(Stream inner) : Stream
    {
        private readonly MemoryStream buffer = new();

        public Stream Inner => inner;

        public ReadOnlyMemory<byte> Buffered => buffer.GetBuffer().AsMemory(0, (int)buffer.Length);

        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => false;

        public override bool CanWrite => inner.CanWrite;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Append(buffer.AsSpan(offset, read));
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Append(buffer.Span[..read]);
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count)
        {
            Append(buffer.AsSpan(offset, count));
            inner.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Append(buffer.Span);
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            // The host owns the inner stream.
            if (disposing)
            {
                buffer.Dispose();
            }

            base.Dispose(disposing);
        }

        private void Append(ReadOnlySpan<byte> bytes)
        {
            if (buffer.Length + bytes.Length <= WireLimits.Default.MaxBytes)
            {
                buffer.Write(bytes);
            }
        }
    }

    internal static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "Every device request is written to {Folder} (Devices:TraceFolder). Remove the setting when the trace is " + "complete"
        )]
        public static partial void On(ILogger logger, string folder);
    }
}
