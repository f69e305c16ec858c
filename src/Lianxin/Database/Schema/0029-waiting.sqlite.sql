-- What waits for something is found among the few that do, whatever else the unit or the officer has open.
create index matter_unit_paused on matter (unit, due_on, number) where paused;
create index matter_officer_paused on matter (officer, due_on, number) where paused;
create index matter_unit_rest on matter (unit, due_on, number) where state = 'answered' and verdict = 'partly';
create index matter_officer_rest on matter (officer, due_on, number) where state = 'answered' and verdict = 'partly';
create index matter_unit_untold on matter (unit, due_on, number) where untold_since is not null;
create index matter_officer_untold on matter (officer, due_on, number) where untold_since is not null;
create index matter_unit_unheard on matter (unit, due_on, number) where state = 'answered' and delivered_at is null;
create index matter_officer_unheard on matter (officer, due_on, number) where state = 'answered' and delivered_at is null;
create index matter_officer_chase on matter (officer, chase_on, number) where chase_on is not null;
create index matter_question_open on matter_question (matter) where replied_at is null;
create index matter_co_handler_late on matter_co_handler (due_on, matter) where answered_at is null;
-- A list by deadline that is asked for a place or a category tells them from the index it walks. Of two that fit alike SQLite
-- takes the newer: the narrower one is made after it.
drop index matter_due;
create index matter_due on matter (due_on, number, category, place) where state not in ('answered', 'closed');
drop index matter_immediate;
create index matter_immediate on matter (due_on, number) where kind = 'immediate' and state not in ('answered', 'closed');
-- The walk through all matters is offered to the lists that say these words and to no other: an open list must not pass what ended.
drop index matter_by_day;
create index matter_by_day on matter (due_on, number) where number > 0;
