-- The danger questions go out of date by themselves: an answer to another question must not make them look fresh.
alter table triage.run add column checked_at timestamptz;
update triage.run set checked_at = at;
alter table triage.run alter column checked_at set not null;
