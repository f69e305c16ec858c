using Lianxin.Ledger;
using Lianxin.Tests.Ledger.Vectors;

namespace Lianxin.Tests.Ledger;

public sealed class HashTileTests
{
    [Theory]
    [InlineData("tile/0/000", 0, 0, 256)]
    [InlineData("tile/0/x001/x234/067", 0, 1234067, 256)]
    [InlineData("tile/1/x001/000", 1, 1000, 256)]
    [InlineData("tile/2/000.p/1", 2, 0, 1)]
    [InlineData("tile/0/273.p/112", 0, 273, 112)]
    public void Paths_are_those_of_tlog_tiles(string path, int level, long index, int width)
    {
        Assert.True(HashTile.TryParse(path, out var tile));
        Assert.Equal(new HashTile(level, index, width), tile);
        Assert.Equal(path, tile.ToString());
    }

    [Theory]
    [InlineData("tile/0")]
    [InlineData("tile/0/")]
    [InlineData("tile/00/000")]
    [InlineData("tile/7/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/001")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/entries/000")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/0/０００")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("")]
    public void Any_other_path_is_none(string path) => Assert.False(HashTile.TryParse(path, out _));

    [Fact]
    public void A_tree_has_the_tiles_its_size_says()
    {
        const long Size = 70_000;
        Assert.True(new HashTile(0, 272).IsIn(Size));
        Assert.False(new HashTile(0, 273).IsIn(Size));
        Assert.True(new HashTile(0, 273, 112).IsIn(Size));
        Assert.False(new HashTile(0, 273, 113).IsIn(Size));
        Assert.True(new HashTile(1, 0).IsIn(Size));
        Assert.True(new HashTile(1, 1, 17).IsIn(Size));
        Assert.True(new HashTile(2, 0, 1).IsIn(Size));
        Assert.False(new HashTile(2, 0, 2).IsIn(Size));
        Assert.False(new HashTile(3, 0, 1).IsIn(Size));
    }

    [Fact]
    public void A_tile_holds_hashes_from_which_the_level_above_follows()
    {
        var log = new FixedLog(300, i => FixedLog.Bytes($"leaf {i}"));
        var leaves = new HashTile(0, 0).Read(log.Read).Chunk(32).ToArray();
        Assert.Equal(256, leaves.Length);
        Assert.Equal(TreeHash.Leaf(log.Entries[255]), leaves[255]);
        Assert.Equal(NaiveTree.Root(leaves), new HashTile(1, 0, 1).Read(log.Read));
        Assert.Equal(44 * 32, new HashTile(0, 1, 44).Read(log.Read).Length);
    }
}
