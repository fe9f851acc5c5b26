-- What a dose stands on besides the log: a PIN of each person's own, a second person's approvals, consents with
-- version and expiry, vials and their counts.

-- One PIN per person, whatever clinic: argon2id. Wrong tries are counted before the PIN is looked at, so that many at
-- once are no way around the count.
create table auth.pins (
  user_id uuid primary key references auth.users (id) on delete cascade,
  hash text not null,
  failures integer not null default 0,
  last_failure_at timestamptz(3),
  changed_at timestamptz(3) not null default clock_timestamp()
);
grant select, insert, update, delete on auth.pins to tandem_auth;
grant select on auth.pins to tandem_backup;

-- A second person's word for one dose or waste: bound to its values, used by at most one entry (the log says by
-- which), good for two minutes. Never changed, never deleted.
create table tandem.approvals (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  asked_by uuid not null,
  drug text not null,
  micrograms bigint not null check (micrograms > 0),
  -- Null for waste.
  route text,
  at timestamptz(3) not null default clock_timestamp(),
  primary key (clinic_id, id),
  foreign key (clinic_id, session_id) references tandem.sessions (clinic_id, id),
  foreign key (clinic_id, person_id) references auth.memberships (clinic_id, person_id)
);

-- What a client agreed to, on which form, until when.
create table tandem.consents (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  form text not null,
  version text not null,
  signed_on date not null,
  expires_on date check (expires_on >= signed_on),
  recorded_at timestamptz(3) not null default clock_timestamp(),
  recorded_by uuid not null,
  withdrawn_at timestamptz(3),
  withdrawn_by uuid,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references tandem.patients (clinic_id, id)
);
create index consents_patient on tandem.consents (clinic_id, patient_id, signed_on);

-- A vial as it was opened. What was given and wasted from it is in the log; a count is two people's.
create table tandem.vials (
  clinic_id uuid not null,
  id uuid not null,
  drug text not null,
  concentration_mg_per_ml numeric not null check (concentration_mg_per_ml > 0),
  micrograms bigint not null check (micrograms > 0),
  lot text not null,
  expires_on date not null,
  opened_at timestamptz(3) not null default clock_timestamp(),
  opened_by uuid not null,
  primary key (clinic_id, id)
);
create index vials_opened on tandem.vials (clinic_id, opened_at);
create table tandem.vial_counts (
  clinic_id uuid not null,
  id uuid not null,
  vial_id uuid not null,
  counted_micrograms bigint not null check (counted_micrograms >= 0),
  -- As the log had it at the moment of the count.
  expected_micrograms bigint not null,
  counted_by uuid not null,
  -- The second person, by PIN.
  witnessed_by uuid not null check (witnessed_by <> counted_by),
  note text,
  at timestamptz(3) not null default clock_timestamp(),
  primary key (clinic_id, id),
  foreign key (clinic_id, vial_id) references tandem.vials (clinic_id, id)
);

create index vial_counts_of_vial on tandem.vial_counts (clinic_id, vial_id, at);

-- The entries that name a vial, an amendment inside of the data it corrects: what was given and wasted from it.
create index payloads_of_vial on tandem.entry_payloads
  (clinic_id, (coalesce(data ->> 'vialId', data -> 'data' ->> 'vialId')))
  where coalesce(data ->> 'vialId', data -> 'data' ->> 'vialId') is not null;

do $$
declare
  name text;
begin
  foreach name in array array['approvals', 'consents', 'vials', 'vial_counts'] loop
    execute format('alter table tandem.%I enable row level security', name);
    execute format('alter table tandem.%I force row level security', name);
    execute format(
      'create policy own_clinic on tandem.%I to tandem_app, tandem_owner using (clinic_id = tandem.clinic())', name
    );
    execute format('grant select on tandem.%I to tandem_backup', name);
    execute format('grant select, insert on tandem.%I to tandem_app', name);
  end loop;
  foreach name in array array['approvals', 'vials', 'vial_counts'] loop
    execute format(
      'create trigger append_only before update or delete or truncate on tandem.%I
        for each statement execute function tandem.refuse_change()', name
    );
  end loop;
end $$;
-- A consent is withdrawn, never changed.
grant update (withdrawn_at, withdrawn_by) on tandem.consents to tandem_app;
