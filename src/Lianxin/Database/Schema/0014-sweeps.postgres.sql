-- What the sweeps look for, so that their cost follows what is due and not what exists.
create index matter_immediate on matter (due_on, number) where kind = 'immediate' and state not in ('answered', 'closed');
create index matter_papers on matter (due_on, number) where paused and not shelved;
create index matter_untriaged on matter (received_at, number) where state = 'registered' and not backlog;
