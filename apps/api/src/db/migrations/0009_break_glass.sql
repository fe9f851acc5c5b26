-- "Team only": a clinic may show sessions to their team alone. Who is not on it opens one with a reason, for an hour,
-- and a lead looks at it afterwards (reliability.md 5).

create table tandem.break_glass (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  -- Acted in.
  role text not null,
  reason text not null check (length(reason) between 1 and 500),
  opened_at timestamptz(3) not null default clock_timestamp(),
  -- By the clock of the database alone.
  ends_at timestamptz(3) not null default clock_timestamp() + interval '60 minutes',
  reviewed_by uuid check (reviewed_by <> person_id),
  reviewed_at timestamptz(3),
  word text check (length(word) between 1 and 500),
  primary key (clinic_id, id),
  foreign key (clinic_id, session_id) references tandem.sessions (clinic_id, id),
  foreign key (clinic_id, person_id) references auth.memberships (clinic_id, person_id),
  foreign key (clinic_id, reviewed_by) references auth.memberships (clinic_id, person_id),
  check ((reviewed_at is null) = (reviewed_by is null)),
  check (word is null or reviewed_by is not null)
);
create index break_glass_open on tandem.break_glass (clinic_id, session_id, person_id, ends_at);
create index break_glass_unreviewed on tandem.break_glass (clinic_id, opened_at) where reviewed_at is null;
alter table tandem.break_glass enable row level security;
alter table tandem.break_glass force row level security;
create policy own_clinic on tandem.break_glass to tandem_app, tandem_owner using (clinic_id = tandem.clinic());
-- When it began, when it ends and why cannot be changed by the server.
grant select, insert on tandem.break_glass to tandem_app;
grant update (reviewed_by, reviewed_at, word) on tandem.break_glass to tandem_app;
grant select on tandem.break_glass to tandem_backup;

-- To whom a session was handed over is asked for with every reading of it there.
create index entries_handovers on tandem.entries (clinic_id, stream_id) where kind = 'handover';

-- Nothing is planned in a retired room; what was in it keeps its name.
alter table tandem.rooms add column retired_at timestamptz(3);

-- Who set a screen to what it shows: where sessions are their team's, values stand on it while that person may see them.
-- Null: nobody has since it was paired.
alter table tandem.displays add column set_by uuid;
grant update (set_by) on tandem.displays to tandem_app;
