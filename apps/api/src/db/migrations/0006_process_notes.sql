-- Process notes (45 CFR 164.501): each author's under a key of their own; read by nobody else, but for a legal release
-- that two people agreed to. The table of the foundation has held nothing until here.

-- Who opened this transaction, for the policies below. Null when unset: nothing is seen then.
create function notes.person() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('tandem.person_id', true), '')::uuid $$;

-- Keys of this installation that ever sealed an author's key, by fingerprint. A key that is in here and in no file is
-- lost: a new one is then not made by itself.
create table notes.installation_keys (
  fingerprint bytea primary key check (length(fingerprint) = 16),
  first_used_at timestamptz(3) not null default clock_timestamp()
);
grant select, insert on notes.installation_keys to tandem_notes;

create table notes.author_keys (
  clinic_id uuid not null references tandem.clinics (id),
  id uuid not null,
  author_id uuid not null,
  sealed_by bytea not null references notes.installation_keys (fingerprint),
  -- The author's key, sealed with the installation's, which is in no database.
  sealed bytea not null,
  created_at timestamptz(3) not null default clock_timestamp(),
  primary key (clinic_id, id),
  unique (clinic_id, author_id, sealed_by)
);

-- What is newest of a note. An author who goes on in the same window replaces it; who opens it again makes a revision.
alter table notes.process_notes
  add column key_id uuid not null,
  add column revision integer not null default 1 check (revision > 0),
  add column edit_id uuid not null,
  add column saved_at timestamptz(3) not null default clock_timestamp(),
  add foreign key (clinic_id, key_id) references notes.author_keys (clinic_id, id);
create index process_notes_author on notes.process_notes (clinic_id, author_id, session_id);
grant update (ciphertext, key_id, revision, edit_id, saved_at) on notes.process_notes to tandem_notes;

create table notes.earlier_revisions (
  clinic_id uuid not null,
  note_id uuid not null,
  revision integer not null check (revision > 0),
  author_id uuid not null,
  session_id uuid not null,
  key_id uuid not null,
  ciphertext bytea not null,
  saved_at timestamptz(3) not null,
  primary key (clinic_id, note_id, revision),
  foreign key (clinic_id, note_id) references notes.process_notes (clinic_id, id),
  foreign key (clinic_id, key_id) references notes.author_keys (clinic_id, id)
);
create trigger append_only before update or delete or truncate on notes.earlier_revisions
  for each statement execute function tandem.refuse_change();
create trigger no_delete before delete or truncate on notes.process_notes
  for each statement execute function tandem.refuse_change();

-- A legal release: one person asks, another one agrees, and for some hours whoever asked may read one author's notes
-- about one client. Clinical break-glass leads nowhere here.
create table notes.releases (
  clinic_id uuid not null references tandem.clinics (id),
  id uuid not null,
  author_id uuid not null,
  patient_id uuid not null,
  ground text not null check (ground in (
    'client-authorization', 'defence', 'oversight', 'coroner', 'serious-threat', 'required-by-law'
  )),
  -- What allows it and where it is kept: "Authorization of 2026-11-20, in the paper file".
  proof text not null check (length(proof) between 1 and 1000),
  hours integer not null check (hours between 1 and 72),
  asked_by uuid not null,
  asked_at timestamptz(3) not null default clock_timestamp(),
  decided_by uuid check (decided_by <> asked_by),
  decided_at timestamptz(3),
  approved boolean,
  -- Of this client when it was agreed to: what is written later is not in it.
  session_ids uuid[] not null default '{}',
  expires_at timestamptz(3),
  -- Closed early by whoever asked.
  ended_at timestamptz(3),
  -- When the author was told.
  author_seen_at timestamptz(3),
  primary key (clinic_id, id),
  check ((approved is null) = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check ((approved is true) = (expires_at is not null))
);

do $$
declare
  name text;
begin
  foreach name in array array['author_keys', 'earlier_revisions', 'releases'] loop
    execute format('alter table notes.%I enable row level security', name);
    execute format('alter table notes.%I force row level security', name);
    execute format('grant select on notes.%I to tandem_backup', name);
  end loop;
end $$;
grant select on notes.installation_keys to tandem_backup;
grant select, insert on notes.author_keys, notes.earlier_revisions, notes.releases to tandem_notes;
grant update (decided_by, decided_at, approved, session_ids, expires_at, ended_at, author_seen_at)
  on notes.releases to tandem_notes;

create policy of_clinic on notes.releases to tandem_notes using (clinic_id = tandem.clinic());
create policy own_author on notes.author_keys to tandem_notes
  using (clinic_id = tandem.clinic() and author_id = notes.person());
create policy own_author on notes.earlier_revisions to tandem_notes
  using (clinic_id = tandem.clinic() and author_id = notes.person());

-- Reading under a release, and nothing else: these policies are for select.
create function notes.is_released(author uuid, session uuid) returns boolean
  language sql stable parallel safe
  as $$
    select exists (
      select from notes.releases r
      where r.clinic_id = tandem.clinic() and r.author_id = author and r.asked_by = notes.person()
        and r.approved and r.ended_at is null and r.expires_at > now()
        and (session is null or session = any (r.session_ids))
    )
  $$;
create policy released on notes.process_notes for select to tandem_notes
  using (clinic_id = tandem.clinic() and notes.is_released(author_id, session_id));
create policy released on notes.author_keys for select to tandem_notes
  using (clinic_id = tandem.clinic() and notes.is_released(author_id, null));

-- An act and what it is about in a few words or figures: a size, a hash, roles before and after. Never typed text.
alter table tandem.audit add column detail jsonb check (octet_length(detail::text) <= 500);
-- A note and its row in the audit are one transaction.
create policy notes_are_audited on tandem.audit for insert to tandem_notes
  with check (clinic_id = tandem.clinic() and action like 'process-note%');
grant insert on tandem.audit to tandem_notes;
