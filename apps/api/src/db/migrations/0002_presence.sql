-- Who has a session open, and what they are typing (never the text). Not part of the record: unlogged, so that
-- it costs no write-ahead log and is empty after a crash of the server, and every process writes its own back.
create unlogged table tandem.presence (
  clinic_id uuid not null,
  session_id uuid not null,
  -- One open dashboard: a person with two screens has two rows.
  socket_id uuid not null,
  person_id uuid not null,
  role text not null,
  writing text check (writing in ('vital-signs', 'dose', 'note')),
  pending integer not null check (pending >= 0),
  -- The person's last sign of use.
  active_at timestamptz(3) not null,
  -- The last heartbeat of the process that holds the socket: without one for 25 s the row counts no more.
  alive_at timestamptz(3) not null default clock_timestamp(),
  primary key (clinic_id, session_id, socket_id)
);
alter table tandem.presence enable row level security;
alter table tandem.presence force row level security;
create policy own_clinic on tandem.presence to tandem_app, tandem_owner using (clinic_id = tandem.clinic());
grant select, insert, update, delete on tandem.presence to tandem_app;
