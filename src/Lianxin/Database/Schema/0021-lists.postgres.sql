-- Lists that hold ended matters keep their order by an index of their own, so that a page costs the same whatever lies behind it.
create index matter_by_day on matter (due_on, number);
create index matter_answered_due on matter (due_on, number) where state = 'answered';
create index matter_unit_closed on matter (unit, due_on, number) where state = 'closed';
create index matter_officer_closed on matter (officer, due_on, number) where state = 'closed';
-- What another unit cannot move is found from its hindrance and not among all matters.
create index matter_hindered on matter (block) where block is not null;
