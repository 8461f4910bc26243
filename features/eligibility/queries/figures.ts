import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { type Figure, figure } from '@/lib/figures';

/** 爽约: an absence that nobody has excused, as it is held against a later booking. */
export const noShowFigure: Figure = figure({
  id: 'no_show',
  label: '爽约',
  unit: '人次',
  about: '没来，也没有申诉成立或现场豁免的。',
  from: 'lines',
  where: sql`begun and status = 'absent' and not excused`,
});

/** 免计: absent, and excused on the spot or by an appeal. */
export const excusedFigure: Figure = figure({
  id: 'excused',
  label: '免计',
  unit: '人次',
  about: '没来，但申诉成立或现场豁免，不算爽约。',
  from: 'lines',
  where: sql`begun and status = 'absent' and excused`,
});

/** Whether the absence of a booking does not count against its attendee; `booking` is the column of its id. */
export const isExcusedAbsence = (booking: SQL): SQL => sql`exists (select 1 from absence_excuses e
  where e.booking_id = ${booking} and e.status in ('accepted', 'excused'))`;
