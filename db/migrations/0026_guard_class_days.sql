-- 托管班: nobody is signed in while the class may not open, and no child goes out of the list without a hand-over.
create function guard_class_day() returns trigger
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' as $$
declare today date := (now() at time zone 'Asia/Shanghai')::date;
begin
  if new.repeat_of is not null or new.kind not in ('in', 'out') or new.meeting_on < today or not exists (
    select 1 from offering_sessions s join offerings o on o.id = s.offering_id
    where s.id = new.session_id and o.kind = 'childcare') then
    return new;
  end if;
  if new.kind = 'out' then
    if not exists (select 1 from child_hand_overs h where h.booking_id = new.booking_id
        and h.on_day = new.meeting_on and h.outcome = 'released') then
      raise exception 'a child leaves by a hand-over only' using errcode = '23514', constraint = 'class_day_hand_over';
    end if;
    return new;
  end if;
  if not exists (select 1 from class_openings c where c.session_id = new.session_id) then
    raise exception 'the class is not open' using errcode = '23514', constraint = 'class_day_open';
  end if;
  -- A day that has begun goes on: children who are there must not stand before a locked list.
  if not exists (select 1 from check_ins c where c.session_id = new.session_id and c.meeting_on = new.meeting_on and c.kind = 'in')
    and exists (select 1 from class_gaps(new.session_id, new.meeting_on)) then
    raise exception 'a check is missing' using errcode = '23514', constraint = 'class_day_ready';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger check_ins_class_day before insert on check_ins
  for each row execute function guard_class_day();
