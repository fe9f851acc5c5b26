-- Past sessions: what lists, filters and reviews ask of a session that is over, and where its words are found. Made
-- from the record alone and kept in the transaction of each append (log/project-figures.ts); rows that are missing or
-- of an older version are made anew when the server starts.

create table tandem.session_figures (
  clinic_id uuid not null,
  session_id uuid not null,
  -- FIGURES_VERSION of the program that made it.
  version integer not null,
  -- The entry that it was made up to.
  last_seq integer not null,
  -- SessionFigures as the domain makes it. The columns are its parts that are filtered and sorted by.
  facts jsonb not null,
  peak_systolic integer generated always as ((facts #>> '{peak,systolic}')::integer) stored,
  notify_systolic integer generated always as ((facts ->> 'notifySystolic')::integer) stored,
  dose_micrograms bigint generated always as ((facts ->> 'doseMicrograms')::bigint) stored,
  doses_outside integer generated always as ((facts ->> 'dosesOutside')::integer) stored,
  notices_high integer generated always as ((facts #>> '{notices,high,raised}')::integer) stored,
  notices_medium integer generated always as ((facts #>> '{notices,medium,raised}')::integer) stored,
  notices_open integer generated always as ((facts #>> '{notices,open}')::integer) stored,
  worst_grade integer generated always as ((facts #>> '{events,worstGrade}')::integer) stored,
  primary key (clinic_id, session_id),
  foreign key (clinic_id, session_id) references tandem.sessions (clinic_id, id)
);

-- One row per entry that has words, with its text as it stands now. The text itself is in the log alone.
create table tandem.session_words (
  clinic_id uuid not null,
  entry_id uuid not null,
  session_id uuid not null,
  words tsvector not null,
  primary key (clinic_id, entry_id),
  foreign key (clinic_id, session_id) references tandem.sessions (clinic_id, id)
);
create index session_words_session on tandem.session_words (clinic_id, session_id);
create index session_words_words on tandem.session_words using gin (words);

-- Totals of measures between sessions, for "17 to 10".
create table tandem.course_scores (
  clinic_id uuid not null,
  -- The measure.
  id uuid not null,
  course_id uuid not null,
  patient_id uuid not null,
  series_id uuid,
  instrument text not null,
  total integer not null,
  answered_at timestamptz(3) not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, course_id) references tandem.courses (clinic_id, id)
);
create index course_scores_patient on tandem.course_scores (clinic_id, patient_id, instrument, answered_at);
alter table tandem.courses add column scores_version integer not null default 0;

do $$
declare
  name text;
begin
  foreach name in array array['session_figures', 'session_words', 'course_scores'] loop
    execute format('alter table tandem.%I enable row level security', name);
    execute format('alter table tandem.%I force row level security', name);
    execute format('grant select on tandem.%I to tandem_backup', name);
    execute format('grant select, insert, update, delete on tandem.%I to tandem_app', name);
  end loop;
  foreach name in array array['session_figures', 'course_scores'] loop
    execute format('create policy own_clinic on tandem.%I to tandem_app, tandem_owner
      using (clinic_id = tandem.clinic())', name);
  end loop;
end $$;
grant update (scores_version) on tandem.courses to tandem_app;

-- PostgreSQL uses an index below row-level security only for operators that it knows to tell nothing, and the one that
-- finds words is none of them: as tandem_app every search would read every row. The function reads as the owner, whom
-- no policy slows down, and names the clinic itself; it is the one way in which anybody reads as the owner, nobody
-- signs in as that role, and all that leaves it are ids of sessions of the clinic that is set.
create policy own_clinic on tandem.session_words to tandem_app using (clinic_id = tandem.clinic());
create policy for_search on tandem.session_words to tandem_owner using (true);

create function tandem.sessions_with_words(asked text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  rows 200
  as $$
    select distinct w.session_id from tandem.session_words w
    where w.clinic_id = tandem.clinic() and w.words @@ to_tsquery('simple', asked)
  $$;
revoke all on function tandem.sessions_with_words(text) from public;
grant execute on function tandem.sessions_with_words(text) to tandem_app;
