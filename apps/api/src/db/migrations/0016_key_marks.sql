-- By what the keys in KEYS_DIR are known again, so that a start with other keys, or with none, is refused before it
-- makes new ones: they would take the roles' passwords from a Tandem that runs, and open no second factor.
-- A mark is a part of a hash of 192 random bits or more, so it tells nothing about the key, and anyone may read it:
-- an administrator reads it before it is a member of any role of ours.
create table meta.key_marks (
  name text primary key,
  mark text not null check (mark ~ '^[0-9a-f]{32}$'),
  marked_at timestamptz(3) not null default clock_timestamp()
);
grant usage on schema meta to public;
grant select on meta.key_marks to public;
