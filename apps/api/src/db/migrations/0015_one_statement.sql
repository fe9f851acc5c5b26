-- What happens most, an entry into a running session and a screen reading it, in one statement each instead of eleven
-- and six. Both run as who calls them: row-level security holds, with the clinic set here and for no longer than this.

-- Appends to streams that stand where the caller last saw them, commits, and only then tells the other processes:
-- inside the write transaction a NOTIFY would take a lock over the whole database. TD001: nothing is written, because
-- a head has moved or the caller's time is not this database's; the caller then reads first and decides anew.
-- parts: per clinic {clinic, heads: [{stream_id, before_seq, before_hash, last_seq, last_hash, last_recorded_at}], rows}
create procedure tandem.append_at_heads(streams uuid[], clinics uuid[], parts jsonb, caller_time timestamptz, hint text)
  language plpgsql
  as $$
  declare
    part jsonb;
    advanced integer;
  begin
    -- In id order over all clinics, so that two processes never wait for each other.
    perform from tandem.stream_heads h
      where h.stream_id = any (streams) and h.clinic_id = any (clinics)
      order by h.stream_id, h.clinic_id for no key update;
    if abs(extract(epoch from clock_timestamp() - caller_time)) > 0.25 then
      raise exception 'the caller has another time' using errcode = 'TD001';
    end if;
    for part in select value from jsonb_array_elements(parts) loop
      perform set_config('tandem.clinic_id', part ->> 'clinic', true);
      update tandem.stream_heads h
        set last_seq = r.last_seq, last_hash = r.last_hash, last_recorded_at = r.last_recorded_at
        from jsonb_to_recordset(part -> 'heads')
          as r(stream_id uuid, before_seq int, before_hash bytea, last_seq int, last_hash bytea, last_recorded_at timestamptz)
        where h.clinic_id = tandem.clinic() and h.stream_id = r.stream_id
          and h.last_seq = r.before_seq and h.last_hash = r.before_hash;
      get diagnostics advanced = row_count;
      if advanced <> jsonb_array_length(part -> 'heads') then
        raise exception 'a head has moved' using errcode = 'TD001';
      end if;
      -- By the columns of the table, whatever they are: a column that is added later cannot be left out here.
      insert into tandem.entries select * from jsonb_populate_recordset(null::tandem.entries, part -> 'rows');
      insert into tandem.entry_payloads select * from jsonb_populate_recordset(null::tandem.entry_payloads, part -> 'rows');
    end loop;
    commit;
    if hint is not null then
      perform pg_notify('tandem_heads', hint);
    end if;
  end $$;
revoke all on procedure tandem.append_at_heads(uuid[], uuid[], jsonb, timestamptz, text) from public;
grant execute on procedure tandem.append_at_heads(uuid[], uuid[], jsonb, timestamptz, text) to tandem_app;

-- Entries of some sessions of one clinic, each after a seq of its own, with its status and head as the same snapshot has
-- them: one row at least for each that exists, with nulls for an entry when there is none. `place` is its place among
-- the sessions asked for, from 1.
create function tandem.logs_after(clinic uuid, sessions uuid[], seqs integer[], at_most integer)
  returns table (
    "place" integer, "status" text, "headSeq" integer, "clinicId" uuid, "streamId" uuid, "seq" integer, "id" uuid,
    "kind" text, "version" integer, "happenedAt" timestamptz, "recordedAt" timestamptz, "authorId" uuid,
    "authorName" text, "authorRole" text, "deviceId" text, "knownSeq" integer, "composedAt" timestamptz,
    "clockOffsetMs" bigint, "offline" boolean, "asOf" timestamptz, "adoptedFrom" jsonb, "payloadHash" bytea,
    "hash" bytea, "data" jsonb, "lateReason" text
  )
  language plpgsql
  as $$
  #variable_conflict use_column
  begin
    perform set_config('tandem.clinic_id', clinic::text, true);
    return query
      select asked.place::integer, s.status, h.last_seq, e.clinic_id, e.stream_id, e.seq, e.id, e.kind, e.version,
        e.happened_at, e.recorded_at, e.author_id, e.author_name, e.author_role, e.device_id, e.known_seq,
        e.composed_at, e.clock_offset_ms, e.offline, e.as_of, e.adopted_from, e.payload_hash, e.hash, p.data,
        p.late_reason
      from unnest(sessions, seqs) with ordinality as asked(session, after, place)
      join tandem.sessions s on s.clinic_id = tandem.clinic() and s.id = asked.session
      join tandem.stream_heads h on h.clinic_id = s.clinic_id and h.stream_id = s.id
      left join lateral (
        select * from tandem.entries o
        where o.clinic_id = s.clinic_id and o.stream_id = s.id and o.seq > asked.after
        order by o.seq limit at_most
      ) e on true
      left join tandem.entry_payloads p on p.clinic_id = e.clinic_id and p.entry_id = e.id
      order by asked.place, e.seq;
  end $$;
revoke all on function tandem.logs_after(uuid, uuid[], integer[], integer) from public;
grant execute on function tandem.logs_after(uuid, uuid[], integer[], integer) to tandem_app;
