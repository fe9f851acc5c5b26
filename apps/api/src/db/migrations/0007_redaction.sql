-- Redaction: the text of an entry is erased, its envelope, hash and place stay (product.md, decision 8).

-- Asked for by the author, decided by a lead.
create table tandem.redaction_requests (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  entry_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  asked_by uuid not null,
  asked_at timestamptz(3) not null default clock_timestamp(),
  decided_by uuid check (decided_by <> asked_by),
  decided_at timestamptz(3),
  agreed boolean,
  primary key (clinic_id, id),
  foreign key (clinic_id, session_id) references tandem.sessions (clinic_id, id),
  foreign key (clinic_id, entry_id) references tandem.entries (clinic_id, id),
  foreign key (clinic_id, asked_by) references auth.memberships (clinic_id, person_id),
  check ((agreed is null) = (decided_at is null) and (decided_at is null) = (decided_by is null))
);
-- One that waits is enough.
create unique index one_open_redaction_per_entry
  on tandem.redaction_requests (clinic_id, entry_id) where agreed is null;
alter table tandem.redaction_requests enable row level security;
alter table tandem.redaction_requests force row level security;
create policy own_clinic on tandem.redaction_requests to tandem_app, tandem_owner using (clinic_id = tandem.clinic());
grant select, insert on tandem.redaction_requests to tandem_app;
grant update (decided_by, decided_at, agreed) on tandem.redaction_requests to tandem_app;
grant select on tandem.redaction_requests to tandem_backup;

-- A payload goes by the function below and by nothing else: it alone runs as the owner of the table.
create function tandem.refuse_all_but_erasure() returns trigger
  language plpgsql
  as $$ begin
    if tg_op = 'DELETE' and current_user = 'tandem_owner' and current_setting('tandem.erasing', true) = 'yes' then
      return null;
    end if;
    raise exception '% on % is refused: the log is append-only', tg_op, tg_table_name;
  end $$;
drop trigger append_only on tandem.entry_payloads;
create trigger append_only before update or delete or truncate on tandem.entry_payloads
  for each statement execute function tandem.refuse_all_but_erasure();

-- Erases what a `redaction` of this clinic names. Called in the transaction that writes it.
create function tandem.erase_redacted(redaction_id uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  declare
    named uuid[];
    erased integer;
  begin
    select array_append(
        array(select jsonb_array_elements_text(coalesce(p.data -> 'amendmentIds', '[]'))::uuid),
        (p.data ->> 'entryId')::uuid
      ) into named
      from tandem.entries r
      join tandem.entry_payloads p on p.clinic_id = r.clinic_id and p.entry_id = r.id
      where r.clinic_id = tandem.clinic() and r.id = redaction_id and r.kind = 'redaction';
    if named is null then
      raise exception 'there is no redaction % in this clinic', redaction_id;
    end if;
    perform set_config('tandem.erasing', 'yes', true);
    -- Of the same stream, and no step of a session's life but an addendum.
    delete from tandem.entry_payloads p
      using tandem.entries e, tandem.entries r
      where p.clinic_id = tandem.clinic() and p.entry_id = any (named)
        and e.clinic_id = p.clinic_id and e.id = p.entry_id
        and r.clinic_id = p.clinic_id and r.id = redaction_id and r.stream_id = e.stream_id
        and e.kind not in ('planned', 'started', 'ended', 'signed', 'cancelled', 'retraction', 'redaction');
    get diagnostics erased = row_count;
    perform set_config('tandem.erasing', '', true);
    return erased;
  end $$;
revoke all on function tandem.erase_redacted(uuid) from public;
grant execute on function tandem.erase_redacted(uuid) to tandem_app;
