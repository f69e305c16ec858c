-- What is no demand, by the day it came: the monthly digest of opinions reads these few and not every matter.
create index matter_opinion on matter (received_at, number) where form <> 'demand';
