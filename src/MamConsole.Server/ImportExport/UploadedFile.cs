using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MamConsole.Server.ImportExport;

/// <summary>A file from a request: the whole body, or the one file of a form.</summary>
internal sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The maximum overhead of a form, in bytes: boundaries, headers, other fields.</summary>
    private const int FormExtra = 16 * 1024;

    private const int MaximumBoundaryLength = 70;

    /// <returns>The file, or <see cref="BodyTooLarge"/>, <see cref="ImportRejected"/>.</returns>
    public static async Task<Outcome<UploadedFile>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return Rejected("Send a Content-Type: JSON, XML, application/octet-stream, or multipart/form-data with one file.");
        }

        var isForm = type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        if (!isForm && !IsFile(type))
        {
            return Rejected(
                $"The media type {type.MediaType} is not supported. Send JSON, XML, application/octet-stream, or "
                    + "multipart/form-data with one file."
            );
        }

        if (await ApiJson.ReadBytesAsync(request, SourceText.MaximumBytes + (isForm ? FormExtra : 0), cancellationToken) is not { } body)
        {
            return new BodyTooLarge(SourceText.MaximumBytes);
        }

        return isForm ? await FromFormAsync(type, body, cancellationToken) : new UploadedFile("", body);
    }

    private static bool IsFile(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase)
        || type.SubTypeWithoutSuffix.Equals("json", StringComparison.OrdinalIgnoreCase)
        || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)
        || type.SubTypeWithoutSuffix.Equals("xml", StringComparison.OrdinalIgnoreCase)
        || type.Suffix.Equals("xml", StringComparison.OrdinalIgnoreCase);

    private static async Task<Outcome<UploadedFile>> FromFormAsync(
        MediaTypeHeaderValue type,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= MaximumBoundaryLength })
        {
            return Rejected("The form data has no boundary.");
        }

        UploadedFile? found = null;
        try
        {
            var form = new MultipartReader(boundary, new MemoryStream(body.ToArray(), writable: false));
            while (await form.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.AsFileSection() is not { FileStream: { } content } file)
                {
                    continue;
                }

                if (found is not null)
                {
                    return Rejected("Send one file at a time.");
                }

                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes, cancellationToken);
                found = new UploadedFile(file.FileName, bytes.ToArray());
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return Rejected("The form data is invalid or incomplete.");
        }

        return found is not null ? found : Rejected("The form data contains no file.");
    }

    private static ImportRejected Rejected(string reason) => new(new[] { new FileFault("$", reason) }.ToValueList());
}
