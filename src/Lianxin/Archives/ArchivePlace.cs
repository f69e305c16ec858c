using Lianxin.Database;

namespace Lianxin.Archives;

/// <summary>What a backup is taken of: the database and the folder of encrypted files. Keys are not part of it.</summary>
public sealed record ArchivePlace(DatabaseSettings Database, string Files);
