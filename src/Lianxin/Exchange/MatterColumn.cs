namespace Lianxin.Exchange;

/// <summary>What a column of an imported table of matters may mean.</summary>
public enum MatterColumn
{
    SourceNumber,
    Author,
    Title,
    Body,
    At,
    Reply,
    RepliedAt,
    Name,
    Phone,
    IdentityNumber,
    Place,
    Address,
    Category,
    SecondCategory,
    ThirdCategory,
    Unit,
    Channel,
    State,
    Against,
    For,
}
