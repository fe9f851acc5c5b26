-- The foundation: installation, clinics, people, logins, the append-only log and what is kept beside it.
-- Runs as tandem_owner, in one transaction. Never edited once landed: write a new file instead.
--
-- Isolation: every table with clinic content has FORCE ROW LEVEL SECURITY, so that neither tandem_app nor the
-- owner sees a row outside the clinic set for this transaction. tandem_app owns nothing and bypasses nothing.

create schema tandem authorization tandem_owner;
create schema auth authorization tandem_owner;
create schema notes authorization tandem_owner;

grant usage on schema tandem to tandem_app, tandem_auth, tandem_backup;
grant usage on schema auth to tandem_auth, tandem_app, tandem_backup;
grant usage on schema notes to tandem_notes, tandem_backup;

-- The clinic of this transaction. Null when unset: comparisons are then never true, so nothing is seen.
create function tandem.clinic() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('tandem.clinic_id', true), '')::uuid $$;

create table tandem.installation (
  only_row boolean primary key default true check (only_row),
  -- Changes with every restore: a client whose cursor belongs to another epoch must not go on as if nothing happened.
  epoch uuid not null default gen_random_uuid(),
  wire integer not null default 1,
  created_at timestamptz(3) not null default clock_timestamp()
);
insert into tandem.installation default values;
grant select on tandem.installation to tandem_app, tandem_auth, tandem_backup;

create table tandem.clinics (
  id uuid primary key,
  name text not null,
  time_zone text not null,
  settings jsonb not null default '{}',
  demo boolean not null default false,
  created_at timestamptz(3) not null default clock_timestamp()
);
alter table tandem.clinics enable row level security;
alter table tandem.clinics force row level security;
create policy own_clinic on tandem.clinics to tandem_app, tandem_owner using (id = tandem.clinic());
create policy signing_in on tandem.clinics for select to tandem_auth using (true);
grant select, insert, update on tandem.clinics to tandem_app;
grant select on tandem.clinics to tandem_auth, tandem_backup;

-- Logins (schema auth): the sign-in library's tables, reached by tandem_auth alone.
create table auth.users (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz(3) not null default clock_timestamp(),
  updated_at timestamptz(3) not null default clock_timestamp()
);
create table auth.accounts (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth.users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  password text,
  created_at timestamptz(3) not null default clock_timestamp(),
  updated_at timestamptz(3) not null default clock_timestamp()
);
create index accounts_user on auth.accounts (user_id);
create table auth.logins (
  id uuid primary key,
  token text not null unique,
  user_id uuid not null references auth.users (id) on delete cascade,
  expires_at timestamptz(3) not null,
  ip_address text,
  user_agent text,
  -- The role acted in during this login; null: the first of the person's roles.
  acting_role text,
  created_at timestamptz(3) not null default clock_timestamp(),
  updated_at timestamptz(3) not null default clock_timestamp()
);
create index logins_user on auth.logins (user_id);
create table auth.verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default clock_timestamp(),
  updated_at timestamptz(3) not null default clock_timestamp()
);
-- Only failures are kept, by hash of what they were about, for 15 minutes.
create table auth.sign_in_failures (
  key bytea not null,
  at timestamptz(3) not null default clock_timestamp()
);
create index sign_in_failures_key on auth.sign_in_failures (key, at);
grant select, insert, update, delete
  on auth.users, auth.accounts, auth.logins, auth.verifications, auth.sign_in_failures to tandem_auth;
grant select on auth.users, auth.accounts, auth.logins, auth.verifications to tandem_backup;

-- Who works at which clinic, in which roles. One person, one login, possibly several roles.
create table auth.memberships (
  clinic_id uuid not null references tandem.clinics (id),
  person_id uuid not null references auth.users (id),
  name text not null,
  roles text[] not null check (
    cardinality(roles) > 0 and roles <@ array['physician', 'nurse', 'therapist', 'lead', 'admin']
  ),
  disabled_at timestamptz(3),
  created_at timestamptz(3) not null default clock_timestamp(),
  primary key (clinic_id, person_id)
);
create index memberships_person on auth.memberships (person_id);
alter table auth.memberships enable row level security;
alter table auth.memberships force row level security;
create policy own_clinic on auth.memberships to tandem_app, tandem_owner using (clinic_id = tandem.clinic());
create policy signing_in on auth.memberships for select to tandem_auth using (true);
grant select, insert, update on auth.memberships to tandem_app;
grant select on auth.memberships to tandem_auth, tandem_backup;

create table tandem.rooms (
  clinic_id uuid not null references tandem.clinics (id),
  id uuid not null,
  name text not null,
  position integer not null default 0,
  primary key (clinic_id, id)
);

create table tandem.patients (
  clinic_id uuid not null references tandem.clinics (id),
  id uuid not null,
  family_name text not null,
  given_name text not null,
  birth_date date not null,
  sex text not null,
  mrn text,
  allergies jsonb not null,
  medicines jsonb not null default '[]',
  contacts jsonb not null default '[]',
  language text,
  created_at timestamptz(3) not null default clock_timestamp(),
  created_by uuid not null,
  primary key (clinic_id, id)
);
create index patients_name on tandem.patients (clinic_id, lower(family_name), lower(given_name));

create table tandem.protocols (
  clinic_id uuid not null references tandem.clinics (id),
  id uuid not null,
  name text not null,
  -- Counts the versions of one name in one clinic, from 1.
  version integer not null,
  based_on uuid,
  data jsonb not null,
  created_at timestamptz(3) not null default clock_timestamp(),
  created_by uuid not null,
  confirmed_at timestamptz(3),
  confirmed_by uuid,
  primary key (clinic_id, id),
  unique (clinic_id, name, version)
);

-- The log. A stream is a session or a course (one per patient and series). Entries are never changed.
-- `stream_heads` holds no clinical content and every process may read all of it: one query polls every
-- subscribed session, and one statement locks the streams of a flush in id order. Writing stays in the clinic.
create table tandem.stream_heads (
  clinic_id uuid not null references tandem.clinics (id),
  stream_id uuid not null,
  stream_type text not null check (stream_type in ('session', 'course')),
  last_seq integer not null check (last_seq > 0),
  last_hash bytea not null check (length(last_hash) = 32),
  last_recorded_at timestamptz(3) not null,
  primary key (stream_id, clinic_id)
);
alter table tandem.stream_heads enable row level security;
alter table tandem.stream_heads force row level security;
create policy heads_are_public on tandem.stream_heads for select to tandem_app, tandem_owner using (true);
create policy open_in_clinic on tandem.stream_heads for insert to tandem_app with check (clinic_id = tandem.clinic());
-- Locking rows of several clinics in one statement needs the USING side open; a write must still fit the clinic.
create policy advance_in_clinic on tandem.stream_heads for update to tandem_app
  using (true) with check (clinic_id = tandem.clinic());
grant select, insert on tandem.stream_heads to tandem_app;
grant update (last_seq, last_hash, last_recorded_at) on tandem.stream_heads to tandem_app;
grant select on tandem.stream_heads to tandem_backup;

create table tandem.entries (
  clinic_id uuid not null,
  stream_id uuid not null,
  seq integer not null check (seq > 0),
  id uuid not null,
  kind text not null,
  version integer not null,
  happened_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  author_id uuid not null,
  author_name text not null,
  author_role text not null,
  -- What the device knew when the person confirmed; `lateReason` is typed text and lives in the payload.
  device_id text,
  known_seq integer,
  composed_at timestamptz(3),
  clock_offset_ms bigint,
  offline boolean,
  payload_hash bytea not null check (length(payload_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (clinic_id, stream_id, seq),
  -- Unique per clinic, not globally: a global id would tell one clinic what another one has.
  unique (clinic_id, id),
  foreign key (stream_id, clinic_id) references tandem.stream_heads (stream_id, clinic_id)
);
create table tandem.entry_payloads (
  clinic_id uuid not null,
  entry_id uuid not null,
  salt bytea not null check (length(salt) = 16),
  data jsonb not null,
  late_reason text,
  primary key (clinic_id, entry_id),
  foreign key (clinic_id, entry_id) references tandem.entries (clinic_id, id)
);
grant select, insert on tandem.entries, tandem.entry_payloads to tandem_app;

create function tandem.refuse_change() returns trigger
  language plpgsql
  as $$ begin raise exception '% on % is refused: the log is append-only', tg_op, tg_table_name; end $$;
create trigger append_only before update or delete or truncate on tandem.entries
  for each statement execute function tandem.refuse_change();
create trigger append_only before update or delete or truncate on tandem.entry_payloads
  for each statement execute function tandem.refuse_change();

-- A head only ever moves forward, by the entries written in the same transaction.
create function tandem.advance_only() returns trigger
  language plpgsql
  as $$ begin
    if tg_op <> 'UPDATE' then raise exception '% on % is refused', tg_op, tg_table_name; end if;
    if new.last_seq <= old.last_seq or new.last_recorded_at < old.last_recorded_at then
      raise exception 'the head of a stream only moves forward';
    end if;
    return new;
  end $$;
create trigger advance_only before update or delete on tandem.stream_heads
  for each row execute function tandem.advance_only();
create trigger no_truncate before truncate on tandem.stream_heads
  for each statement execute function tandem.refuse_change();

-- Projection: one row per session, kept in the transaction that appends its lifecycle step.
create table tandem.sessions (
  clinic_id uuid not null,
  id uuid not null,
  status text not null check (status in ('planned', 'in-progress', 'ended', 'signed', 'cancelled')),
  origin text not null check (origin in ('live', 'transcribed', 'training', 'demo')),
  patient_id uuid not null,
  protocol_id uuid not null,
  planned_at timestamptz(3) not null,
  duration_minutes integer,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  weight_grams integer,
  room_id uuid,
  series_id uuid,
  planned_doses jsonb not null default '[]',
  setting text not null default 'in-clinic',
  disposition text,
  primary key (clinic_id, id),
  foreign key (id, clinic_id) references tandem.stream_heads (stream_id, clinic_id),
  foreign key (clinic_id, patient_id) references tandem.patients (clinic_id, id),
  foreign key (clinic_id, protocol_id) references tandem.protocols (clinic_id, id),
  foreign key (clinic_id, room_id) references tandem.rooms (clinic_id, id)
);
create index sessions_newest on tandem.sessions (clinic_id, planned_at desc, id desc);
create index sessions_patient on tandem.sessions (clinic_id, patient_id);
create unique index one_session_in_progress_per_client
  on tandem.sessions (clinic_id, patient_id) where status = 'in-progress';

create table tandem.session_people (
  clinic_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  role text not null,
  primary key (clinic_id, session_id, person_id, role),
  foreign key (clinic_id, session_id) references tandem.sessions (clinic_id, id),
  foreign key (clinic_id, person_id) references auth.memberships (clinic_id, person_id)
);

-- Acts that are not appends: who did or was refused what. Ids and codes only, never clinical content.
create table tandem.audit (
  clinic_id uuid not null references tandem.clinics (id),
  id bigint generated always as identity,
  at timestamptz(3) not null default clock_timestamp(),
  actor_id uuid,
  actor_role text,
  action text not null,
  target_id uuid,
  outcome text not null default 'done',
  primary key (clinic_id, id)
);
create index audit_newest on tandem.audit (clinic_id, at desc);
create trigger append_only before update or delete or truncate on tandem.audit
  for each statement execute function tandem.refuse_change();

-- Process notes (45 CFR 164.501): own schema, own role, ciphertext under an envelope key per author.
create table notes.process_notes (
  clinic_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  session_id uuid not null,
  ciphertext bytea not null,
  created_at timestamptz(3) not null default clock_timestamp(),
  primary key (clinic_id, id)
);
alter table notes.process_notes enable row level security;
alter table notes.process_notes force row level security;
create policy own_author on notes.process_notes to tandem_notes
  using (
    clinic_id = tandem.clinic()
    and author_id = nullif(current_setting('tandem.person_id', true), '')::uuid
  );
grant usage on schema tandem to tandem_notes;
grant select, insert on notes.process_notes to tandem_notes;
grant select on notes.process_notes to tandem_backup;

do $$
declare
  name text;
begin
  foreach name in array array[
    'rooms', 'patients', 'protocols', 'entries', 'entry_payloads', 'sessions', 'session_people', 'audit'
  ] loop
    execute format('alter table tandem.%I enable row level security', name);
    execute format('alter table tandem.%I force row level security', name);
    execute format(
      'create policy own_clinic on tandem.%I to tandem_app, tandem_owner using (clinic_id = tandem.clinic())', name
    );
    execute format('grant select on tandem.%I to tandem_backup', name);
  end loop;
end $$;
grant select, insert, update on tandem.rooms, tandem.patients, tandem.sessions to tandem_app;
grant select, insert on tandem.protocols, tandem.audit to tandem_app;
-- A protocol version is confirmed once; its content never changes.
grant update (confirmed_at, confirmed_by) on tandem.protocols to tandem_app;
grant select, insert, delete on tandem.session_people to tandem_app;
