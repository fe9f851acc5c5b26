-- What happens between the sessions of a client: one course per client and series. Its log is in tandem.entries like
-- that of a session; these rows are kept in the transaction of each append, for lists and for Today.

create table tandem.courses (
  clinic_id uuid not null references tandem.clinics (id),
  id uuid not null,
  patient_id uuid not null,
  -- Null: of the sessions that belong to no series.
  series_id uuid,
  primary key (clinic_id, id),
  foreign key (id, clinic_id) references tandem.stream_heads (stream_id, clinic_id),
  foreign key (clinic_id, patient_id) references tandem.patients (clinic_id, id),
  constraint one_course_per_series unique nulls not distinct (clinic_id, patient_id, series_id)
);

create table tandem.course_tasks (
  clinic_id uuid not null,
  -- The measure or check-in that waits.
  id uuid not null,
  course_id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('safety', 'check-in')),
  step text,
  due_at timestamptz(3) not null,
  owner_id uuid,
  deputy_id uuid,
  primary key (clinic_id, id),
  foreign key (clinic_id, course_id) references tandem.courses (clinic_id, id)
);
create index course_tasks_due on tandem.course_tasks (clinic_id, due_at);
create index course_tasks_patient on tandem.course_tasks (clinic_id, patient_id);

do $$
declare
  name text;
begin
  foreach name in array array['courses', 'course_tasks'] loop
    execute format('alter table tandem.%I enable row level security', name);
    execute format('alter table tandem.%I force row level security', name);
    execute format('create policy own_clinic on tandem.%I to tandem_app, tandem_owner
      using (clinic_id = tandem.clinic())', name);
    execute format('grant select on tandem.%I to tandem_backup', name);
  end loop;
end $$;
grant select, insert on tandem.courses to tandem_app;
grant select, insert, delete on tandem.course_tasks to tandem_app;
