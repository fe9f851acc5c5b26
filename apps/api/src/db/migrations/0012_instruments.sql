-- What a clinic brings along to measure with, and what is known of a client that changes with time. Both are added to
-- and never rewritten: an answer is read by the version it was given to, and a medicine says who wrote it when.

create table tandem.instruments (
  clinic_id uuid not null references tandem.clinics (id),
  id uuid not null,
  key text not null,
  version integer not null check (version > 0),
  -- Items, scoring, bands and the licence that the clinic answers for, as it was written (docs/instruments.md).
  definition jsonb not null,
  added_at timestamptz(3) not null default clock_timestamp(),
  added_by uuid not null,
  retired_at timestamptz(3),
  retired_by uuid,
  primary key (clinic_id, id),
  unique (clinic_id, key, version)
);

create table tandem.client_facts (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  fact text not null check (fact in ('medicines', 'contacts')),
  -- 0: as the client was added.
  revision integer not null check (revision >= 0),
  items jsonb not null,
  recorded_at timestamptz(3) not null default clock_timestamp(),
  recorded_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references tandem.patients (clinic_id, id),
  unique (clinic_id, patient_id, fact, revision)
);

do $$
declare
  name text;
begin
  foreach name in array array['instruments', 'client_facts'] loop
    execute format('alter table tandem.%I enable row level security', name);
    execute format('alter table tandem.%I force row level security', name);
    execute format('create policy own_clinic on tandem.%I to tandem_app, tandem_owner
      using (clinic_id = tandem.clinic())', name);
    execute format('grant select on tandem.%I to tandem_backup', name);
  end loop;
end $$;
grant select, insert on tandem.instruments, tandem.client_facts to tandem_app;
-- A definition never changes; whether it is still offered does.
grant update (retired_at, retired_by) on tandem.instruments to tandem_app;
