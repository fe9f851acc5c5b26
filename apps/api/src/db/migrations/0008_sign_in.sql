-- Sign-in: second factor, devices remembered for a day, invitations; when a login was used and confirmed last.

alter table auth.logins
  -- The last request or sign of life of a socket, kept once a minute; over 2 hours ago: the login has ended.
  add column used_at timestamptz(3) not null default clock_timestamp(),
  -- When the password was typed last; what needs a fresh login asks for at most 5 minutes.
  add column confirmed_at timestamptz(3) not null default clock_timestamp();
alter table auth.users add column last_sign_in_at timestamptz(3);

create table auth.second_factors (
  user_id uuid primary key references auth.users (id) on delete cascade,
  -- AES-256-GCM under a key of KEYS_DIR, bound to the person: this table alone passes no second factor.
  secret bytea,
  confirmed_at timestamptz(3),
  -- The newest time step that was accepted: no step is accepted twice, and none before it.
  last_step bigint not null default 0,
  -- Shown to be set up, and not in force before its first code.
  offered bytea,
  check ((secret is null) = (confirmed_at is null))
);

-- Of 80 random bits each, so a plain SHA-256 will do.
create table auth.recovery_codes (
  user_id uuid not null references auth.users (id) on delete cascade,
  hash bytea not null check (length(hash) = 32),
  used_at timestamptz(3),
  primary key (user_id, hash)
);

-- On which device a person has passed the second factor today. SHA-256 of the token in the device's cookie.
create table auth.remembered_devices (
  token_hash bytea not null check (length(token_hash) = 32),
  user_id uuid not null references auth.users (id) on delete cascade,
  -- The end of the clinic's day.
  expires_at timestamptz(3) not null,
  primary key (token_hash, user_id)
);
create index remembered_devices_person on auth.remembered_devices (user_id);
grant select, insert, update, delete
  on auth.second_factors, auth.recovery_codes, auth.remembered_devices to tandem_auth;
grant select on auth.second_factors, auth.recovery_codes to tandem_backup;

create table tandem.invitations (
  clinic_id uuid not null references tandem.clinics (id),
  id uuid not null,
  email text not null,
  name text not null,
  roles text[] not null check (
    cardinality(roles) > 0 and roles <@ array['physician', 'nurse', 'therapist', 'lead', 'admin']
  ),
  -- SHA-256 of the token in the link; null once it was accepted or withdrawn: no link leads to it any more.
  token_hash bytea unique check (length(token_hash) = 32),
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default clock_timestamp(),
  created_by uuid not null,
  accepted_at timestamptz(3),
  accepted_by uuid,
  withdrawn_at timestamptz(3),
  primary key (clinic_id, id),
  foreign key (clinic_id, created_by) references auth.memberships (clinic_id, person_id),
  foreign key (clinic_id, accepted_by) references auth.memberships (clinic_id, person_id),
  check ((token_hash is null) = (accepted_at is not null or withdrawn_at is not null))
);
alter table tandem.invitations enable row level security;
alter table tandem.invitations force row level security;
create policy own_clinic on tandem.invitations to tandem_app, tandem_owner using (clinic_id = tandem.clinic());
-- Which clinic a link belongs to is asked before a clinic is known.
create policy by_its_link on tandem.invitations for select to tandem_auth using (true);
grant select, insert on tandem.invitations to tandem_app;
grant update (token_hash, expires_at, accepted_at, accepted_by, withdrawn_at) on tandem.invitations to tandem_app;
grant select (clinic_id, id, token_hash, expires_at) on tandem.invitations to tandem_auth;
