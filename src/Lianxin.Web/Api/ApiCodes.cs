using Lianxin.Database;
using Lianxin.Pictures;

namespace Lianxin.Web.Api;

/// <summary>Every problem code with its status. Codes of the interface bear the text <c>problem.CODE</c>, those of the system <c>refusal.CODE</c>.</summary>
public static class ApiCodes
{
    /// <summary>What the interface itself says; never renamed.</summary>
    public static IReadOnlyList<(int Status, string Code)> Own { get; } =
    [
        (400, "json.empty"), (400, "json.not_utf8"), (400, "json.malformed"), (400, "json.trailing"), (400, "json.too_deep"), (400, "json.not_object"),
        (400, "input.invalid"), (400, "field.unknown"), (400, "field.duplicate"), (400, "field.missing"), (400, "field.wrong_type"), (400, "field.bad_text"),
        (400, "field.not_allowed"), (400, "field.out_of_range"), (400, "field.too_many"), (400, "field.bad_day"), (400, "field.bad_instant"),
        (400, "field.bad_uuid"), (400, "field.bad_number"), (400, "field.bad_value"), (400, "field.bad_base64"),
        (400, "field.in_future"), (400, "field.no_such_officer"),
        .. Enum.GetValues<PictureRefusal>().Select(r => (400, "photo." + Conventions.Text(r))),
        (400, "query.unknown"), (400, "query.repeated"), (400, "query.cursor"), (400, "query.no_such"), (400, "query.out_of_calendar"), (400, "query.bad_as_of"),
        (400, "idempotency.missing"), (400, "idempotency.malformed"), (409, "idempotency.again"), (422, "idempotency.other_body"),
        (400, "precondition.malformed"), (428, "precondition.missing"), (400, "request.broken"),
        (401, "key.missing"), (401, "key.wrong"), (401, "key.expired"), (401, "key.revoked"), (403, "key.scope"),
        (404, "route.unknown"), (404, "step.unknown"), (405, "method.not_allowed"), (406, "accept.impossible"),
        (413, "body.too_large"), (415, "body.wrong_type"), (429, "rate.exceeded"), (500, "server.fault"), (503, "storage.away"), (507, "storage.full"),
    ];

    /// <summary>What the system refuses: 404 not there or not to be seen, 403 not the unit's step, 412 stale, 400 about a field, 409 against a rule.</summary>
    public static IReadOnlyList<string> Refusals { get; } =
    [
        "matter.not_found", "matter.not_yours", "matter.not_now", "matter.waits_for_papers", "matter.witnesses_silent", "matter.is_merged", "matter.stale", "matter.missing", "matter.too_long", "matter.no_phone",
        "matter.coordinator_decides", "matter.back_once_only", "matter.rating_closed", "matter.returned_before", "matter.too_late_to_return", "matter.no_such_unit",
        "matter.nobody_answers", "matter.already_there", "matter.no_such_officer", "matter.no_such_category", "matter.no_such_place", "matter.no_such_channel",
        "matter.kind_cannot_become", "matter.longer_needs_lead", "matter.not_the_lead", "matter.limit_out_of_range", "matter.extension_too_late",
        "matter.not_an_outcome", "matter.destination_missing", "matter.second_person_needed", "matter.link_missing", "matter.cannot_merge_into", "matter.wrong_day",
        "matter.not_yet_due", "matter.call_needed", "matter.in_backlog", "matter.goes_up_to_nobody", "matter.no_office", "matter.shield_of_the_line", "matter.shield_barred", "matter.shield_second_needed", "matter.seal_no_body",
        "deadline.met", "deadline.may_not_pause", "deadline.paused", "deadline.not_paused", "deadline.too_early", "deadline.may_not_extend",
        "deadline.extended_before", "deadline.past_due", "deadline.not_later", "deadline.not_working_day", "calendar.out_of_range",
    ];
}
