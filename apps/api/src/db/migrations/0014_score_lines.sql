-- A measure that is never summed has a value for each of its questions.
alter table tandem.course_scores add column line text not null default 'total';
alter table tandem.course_scores drop constraint course_scores_pkey;
alter table tandem.course_scores add primary key (clinic_id, id, line);
