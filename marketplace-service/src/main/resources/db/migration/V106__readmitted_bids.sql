-- A bid whose disqualification a vote has overruled: stewards cannot disqualify it again.
alter table bid add column readmitted boolean not null default false;
