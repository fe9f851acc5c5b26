-- Screens on a wall: a login of its own kind, bound to one clinic and one room, without person and without role.

-- What a screen shows before anybody typed it: of no clinic yet, good once and until it expires.
create table auth.display_codes (
  code text primary key,
  -- SHA-256 of the token in the screen's cookie; of that screen alone, and its login once it is paired.
  token_hash bytea not null unique check (length(token_hash) = 32),
  expires_at timestamptz(3) not null
);
grant select, insert, delete on auth.display_codes to tandem_auth;
-- Taken in the transaction that pairs.
grant select, delete on auth.display_codes to tandem_app;

create table tandem.displays (
  clinic_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  setting text not null check (setting in ('calm', 'staff-side', 'off')),
  -- Null once it is unpaired: no cookie leads to it any more.
  token_hash bytea unique check (length(token_hash) = 32),
  paired_at timestamptz(3) not null default clock_timestamp(),
  paired_by uuid not null,
  -- When it last asked, kept once a minute; a login that nobody used for 30 days has ended.
  seen_at timestamptz(3) not null default clock_timestamp(),
  unpaired_at timestamptz(3),
  unpaired_by uuid,
  primary key (clinic_id, id),
  foreign key (clinic_id, room_id) references tandem.rooms (clinic_id, id),
  foreign key (clinic_id, paired_by) references auth.memberships (clinic_id, person_id),
  check ((token_hash is null) = (unpaired_at is not null))
);
alter table tandem.displays enable row level security;
alter table tandem.displays force row level security;
create policy own_clinic on tandem.displays to tandem_app, tandem_owner using (clinic_id = tandem.clinic());
-- Whose cookie it is, is asked before a clinic is known.
create policy by_its_cookie on tandem.displays for select to tandem_auth using (true);
grant select, insert on tandem.displays to tandem_app;
grant update (setting, token_hash, seen_at, unpaired_at, unpaired_by) on tandem.displays to tandem_app;
grant select (clinic_id, id, room_id, setting, token_hash, seen_at) on tandem.displays to tandem_auth;

-- The session that runs in a room.
create index sessions_in_room on tandem.sessions (clinic_id, room_id) where status = 'in-progress';
