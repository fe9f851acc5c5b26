-- What an offline entry was checked against, entries that a lead took over, and a place to try whether the database
-- can save.

-- When what the person saw was last known to be all there is; told by the device, like the rest of the context.
alter table tandem.entries add column as_of timestamptz(3);
-- {personId, name, role} of whoever recorded an entry that a lead took over from a device; set by the server alone.
alter table tandem.entries add column adopted_from jsonb;

-- How many entries an act was about; null where it was about none.
alter table tandem.audit add column entry_count integer check (entry_count > 0);

-- After a write failed for want of room, rows as large as a page are written here, and taken away, until it works
-- again. `plain`: compressed they would fit where nothing else does.
create table tandem.save_trials (
  filling text not null
);
alter table tandem.save_trials alter column filling set storage plain;
grant select, insert, delete on tandem.save_trials to tandem_app;
grant select on tandem.save_trials to tandem_backup;
