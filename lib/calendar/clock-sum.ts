import { addDays, formatShortDay, weekdayName, weekdayOf } from '@/lib/dates';
import type { ClockTerms, Leg, Reckoning, SummedDay } from './clock';
import { lengthWords } from './clock-terms';
import { statutoryHoliday } from './statutory';
import { hasTable, type WorkCalendar } from './workdays';

/** The table with what its days are called. */
export interface NamedCalendar {
  readonly days: WorkCalendar;
  /** By day: 国庆节, 国庆节调休上班. */
  readonly names: ReadonlyMap<string, string>;
}

interface Run {
  readonly name: string;
  readonly days: readonly string[];
}

/** Days that follow each other under one name, in order. */
function runsOf(days: readonly SummedDay[], nameOf: (day: SummedDay) => string | null): Run[] {
  const runs: { name: string; days: string[] }[] = [];
  for (const day of days) {
    const name = nameOf(day);
    const last = runs.at(-1);
    if (name === null) continue;
    const follows = last?.name === name && addDays(last.days.at(-1) ?? '', 1) === day.on;
    if (follows) last.days.push(day.on);
    else runs.push({ name, days: [day.on] });
  }
  return runs;
}

const holidayName = (on: string, { names }: NamedCalendar): string | null =>
  names.get(on) ?? statutoryHoliday(on);

function whySkipped(day: SummedDay, calendar: NamedCalendar): string | null {
  if (day.taken === 'paused') return '暂停';
  if (day.taken === 'counts') return null;
  return holidayName(day.on, calendar);
}

/** 9月25日至27日; with its month where that is another. */
function span(days: readonly string[], year: string): string {
  const [from = '', to = ''] = [days[0], days.at(-1)];
  if (from === to) return formatShortDay(from, year);
  const end =
    from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : formatShortDay(to, from);
  return `${formatShortDay(from, year)}至${end}`;
}

const pausedLine = ({ days }: Run, year: string) =>
  `暂停 ${span(days, year)}，${days.length} 天不计`;

function skippedLines(leg: Leg, calendar: NamedCalendar, year: string): string[] {
  const runs = runsOf(leg.days, (day) => whySkipped(day, calendar));
  const lines = runs.map((run) =>
    run.name === '暂停' ? pausedLine(run, year) : `跳过${run.name} ${span(run.days, year)}`,
  );
  const weekends = leg.days.filter(
    (day) => day.taken === 'off' && holidayName(day.on, calendar) === null,
  ).length;
  if (weekends > 0) lines.push(`跳过周末 ${weekends} 天`);
  const worked = leg.days.filter(
    ({ on, taken }) =>
      leg.unit === 'workday' && taken === 'counts' && calendar.days.get(on) === 'work',
  );
  if (worked.length > 0) {
    lines.push(`调休上班，照计 ${worked.map(({ on }) => formatShortDay(on, year)).join('、')}`);
  }
  return lines;
}

function whyRolled(on: string, calendar: NamedCalendar): string {
  const name = calendar.days.get(on) === 'work' ? null : holidayName(on, calendar);
  return name ?? weekdayName(weekdayOf(on));
}

function lastLines(leg: Leg, calendar: NamedCalendar, year: string): string[] {
  const { nominal, due, unit, length } = leg;
  if (nominal === null) return [`已计 ${leg.counted} 天，还剩 ${leg.wanted - leg.counted} 天`];
  const whole = unit === 'month' ? `满 ${length} 个月` : `第 ${length} 天`;
  const lines = [`${whole}：${formatShortDay(nominal, year)}`];
  if (due && due !== nominal) {
    const why = whyRolled(nominal, calendar);
    lines.push(`${formatShortDay(nominal, year)}是${why}，顺延到${formatShortDay(due, year)}`);
  }
  return lines;
}

function legLines(leg: Leg, at: number, calendar: NamedCalendar): string[] {
  const year = leg.from;
  const first = leg.days.find(({ taken }) => taken === 'counts');
  const from = formatShortDay(leg.from, year);
  return [
    at === 0 ? `${from}起算，当天不计` : `从${from}起延长 ${lengthWords(leg.length, leg.unit)}`,
    ...(first && at === 0 ? [`第 1 天：${formatShortDay(first.on, year)}`] : []),
    ...skippedLines(leg, calendar, year),
    ...lastLines(leg, calendar, year),
  ];
}

/**
 * The sum behind a due date, a line a step, in the order of the calendar: 第 1 天, 跳过国庆节, 暂停, 第 15 天,
 * 顺延, 延长, 暂定.
 */
export function sumLines(
  terms: ClockTerms,
  { legs, provisional, dueOn }: Reckoning,
  calendar: NamedCalendar,
): string[] {
  const lines = legs.flatMap((leg, at) => legLines(leg, at, calendar));
  const open = terms.pauses.find(({ to }) => to === null);
  if (dueOn === null && open)
    lines.push(`${formatShortDay(open.from, terms.start)}起暂停，恢复后接着计`);
  if (provisional) lines.push(`${missing(legs, calendar)}的放假安排还没公布，日期暂定`);
  return lines;
}

/** 2027年: the years of the sum whose notice is not there, in order. */
function missing(legs: readonly Leg[], { days }: NamedCalendar): string {
  const from = Number(legs[0]?.from.slice(0, 4));
  const last = legs.at(-1);
  const until = Number((last?.due ?? last?.days.at(-1)?.on ?? '').slice(0, 4));
  const years = Array.from({ length: until - from + 1 }, (_, n) => from + n);
  return years
    .filter((year) => !hasTable(year, days))
    .map((year) => `${year}年`)
    .join('、');
}
