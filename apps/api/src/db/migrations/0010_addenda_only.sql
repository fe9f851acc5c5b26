-- A signed record takes addenda, and redactions, which leave hash and place. The rules refuse everything else before it
-- comes here; this holds for a program that does not know them.

create function tandem.addenda_only() returns trigger
  language plpgsql
  as $$ begin
    if exists (
      select from fresh f join tandem.sessions s on s.clinic_id = f.clinic_id and s.id = f.stream_id
      where s.status = 'signed' and f.kind not in ('addendum', 'redaction')
    ) then
      raise exception 'this session is signed: its log takes addenda and redactions only';
    end if;
    return null;
  end $$;
-- One look-up per statement, not per entry. The signature itself is written before its session row says signed.
create trigger addenda_only after insert on tandem.entries
  referencing new table as fresh for each statement execute function tandem.addenda_only();
