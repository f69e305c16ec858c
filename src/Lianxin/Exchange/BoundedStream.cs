namespace Lianxin.Exchange;

/// <summary>What unpacked parts of a file may still cost together.</summary>
internal sealed class ByteBudget(long bytes)
{
    private long spent;

    public void Spend(int read)
    {
        spent += read;
        if (spent > bytes)
        {
            throw new RowFileException("row_file.too_large", detail: bytes);
        }
    }
}

/// <summary>Reads a part of a zip file and stops a bomb: too many bytes in all, or no markup for so long that a parser would hoard them.</summary>
internal sealed class BoundedStream(Stream inner, ByteBudget budget) : Stream
{
    // A cell of 32,767 characters, each written as the longest entity, takes a third of this.
    private const int LongestRun = 1024 * 1024;

    private int run;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Spend(read);
        var piece = buffer[..read];
        for (var at = piece.IndexOf((byte)'>'); at >= 0; at = piece.IndexOf((byte)'>'))
        {
            Extend(at);
            run = 0;
            piece = piece[(at + 1)..];
        }

        Extend(piece.Length);
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Extend(int bytes)
    {
        run += bytes;
        if (run > LongestRun)
        {
            throw new RowFileException("row_file.too_large", detail: LongestRun);
        }
    }
}
