using System.Text;
using Lianxin.Foundation;

namespace Lianxin.Exchange;

/// <summary>The headers that offices, hotlines and mailboxes give their columns; the first of a row is the surest.</summary>
internal static class ColumnHeaders
{
    // The order settles ties: a table with both 来源编号 and 编号 means the first.
    public static readonly IReadOnlyList<(MatterColumn Column, string[] Headers)> Known =
    [
        (MatterColumn.SourceNumber, ["留言编号", "来源编号", "原编号", "工单编号", "工单号", "受理编号", "事项编号", "诉求编号", "信件编号", "办件编号", "案件编号", "登记编号", "流水号", "编号", "单号", "sourcenumber", "number", "no", "id", "ticketid", "casenumber", "requestid", "servicerequestid"]),
        (MatterColumn.Author, ["留言用户", "用户编号", "用户", "网名", "昵称", "author", "user"]),
        (MatterColumn.Title, ["留言主题", "留言标题", "诉求标题", "工单标题", "事项标题", "信件标题", "事项名称", "标题", "主题", "事项", "诉求主题", "title", "subject", "summary"]),
        (MatterColumn.Body, ["留言详情", "留言内容", "诉求内容", "诉求详情", "工单内容", "反映内容", "反映问题", "问题描述", "事项内容", "信件内容", "来电内容", "详细内容", "具体内容", "主要内容", "内容", "详情", "描述", "诉求", "body", "content", "description", "details", "text"]),
        (MatterColumn.At, ["留言时间", "留言日期", "受理时间", "受理日期", "来电时间", "来信时间", "来访时间", "诉求时间", "反映时间", "提交时间", "登记时间", "登记日期", "创建时间", "发生时间", "时间", "日期", "createdat", "created", "receivedat", "received", "submittedat", "requesteddatetime", "date", "time"]),
        (MatterColumn.Reply, ["答复意见", "答复内容", "回复内容", "回复意见", "办理结果", "办理情况", "处理结果", "处理情况", "办结意见", "答复", "回复", "reply", "answer", "response", "resolution"]),
        (MatterColumn.RepliedAt, ["答复时间", "答复日期", "回复时间", "回复日期", "办结时间", "办结日期", "处理时间", "办理时间", "repliedat", "answeredat", "closedat", "resolvedat", "replydate"]),
        (MatterColumn.Name, ["联系人姓名", "诉求人姓名", "来电人姓名", "姓名", "联系人", "诉求人", "反映人", "来电人", "来访人", "来信人", "申请人", "name", "contactname", "fullname"]),
        (MatterColumn.Phone, ["联系电话", "手机号码", "电话号码", "联系方式", "来电号码", "手机号", "手机", "电话", "phone", "telephone", "tel", "mobile", "phonenumber"]),
        (MatterColumn.IdentityNumber, ["身份证号码", "身份证号", "身份证", "证件号码", "公民身份号码", "idnumber", "identitynumber", "idcard"]),
        (MatterColumn.Place, ["所属社区", "所属街道", "所在社区", "社区", "村社区", "街道", "乡镇街道", "所属区域", "区域", "网格", "place", "community", "district", "area"]),
        (MatterColumn.Address, ["详细地址", "事发地址", "发生地点", "事发地点", "诉求地址", "联系地址", "家庭住址", "地址", "地点", "住址", "address", "location", "addressstring"]),
        (MatterColumn.Category, ["一级分类", "一级标签", "诉求类别", "问题分类", "问题类别", "事项类别", "诉求分类", "类别", "分类", "类型", "category", "type", "servicename"]),
        (MatterColumn.SecondCategory, ["二级分类", "二级标签", "subcategory"]),
        (MatterColumn.ThirdCategory, ["三级分类", "三级标签"]),
        (MatterColumn.Unit, ["承办单位", "主办单位", "办理单位", "责任单位", "受理单位", "处理单位", "答复单位", "承办部门", "责任部门", "单位", "部门", "unit", "department", "agency", "agencyresponsible"]),
        (MatterColumn.Channel, ["诉求渠道", "受理渠道", "来源渠道", "诉求来源", "信息来源", "工单来源", "渠道", "来源", "channel", "source"]),
        (MatterColumn.State, ["办理状态", "工单状态", "当前状态", "状态", "state", "status"]),
        (MatterColumn.Against, ["反对数", "反对", "downvotes", "against"]),
        (MatterColumn.For, ["点赞数", "点赞", "支持数", "upvotes", "votes", "for"]),
    ];

    /// <summary>The header without case, width, spaces, marks and what stands in brackets.</summary>
    public static string Fold(string header)
    {
        var folded = new StringBuilder();
        var depth = 0;
        foreach (var rune in PlainText.WellFormed(header).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            depth += rune.Value is '(' or '[' or '【' ? 1 : rune.Value is ')' or ']' or '】' && depth > 0 ? -1 : 0;
            if (depth == 0 && Rune.IsLetterOrDigit(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.ToString();
    }
}
