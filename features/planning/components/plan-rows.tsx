'use client';
import { useContext, useEffect, useRef, useState } from 'react';
import { DateField } from '@/components/forms/date-field';
import { FormContext } from '@/components/forms/form-context';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { buttonClass } from '@/components/ui/button-style';
import { cx } from '@/components/ui/cx';
import { nextTitle } from '../rules/next-title';

type Options = Parameters<typeof SelectField>[0]['options'];

const rows = [1, 2, 3, 4, 5, 6] as const;
/** What the copy of a line takes along; the earlier session that it follows is the first line's alone. */
const copied = [
  'venueId',
  'place',
  'startsOn',
  'endsOn',
  'weekdays',
  'startTime',
  'endTime',
  'capacity',
];

interface RowsProps {
  /** Absent where the register is empty. */
  venues: Options | undefined;
  weekdays: Options;
}

function Cells({ n, venues, weekdays }: RowsProps & { n: number }) {
  const at = (name: string) => `${name}_${n}`;
  return (
    <div className="grid items-end gap-x-3 gap-y-2 sm:grid-cols-2 lg:grid-cols-10">
      <TextField
        name={at('title')}
        label="场次名称"
        maxLength={30}
        className={venues ? 'lg:col-span-2' : 'lg:col-span-3'}
      />
      {venues && (
        <SelectField
          name={at('venueId')}
          label="地点"
          placeholder="不在登记里"
          options={venues}
          className="lg:col-span-3"
        />
      )}
      <TextField
        name={at('place')}
        label={venues ? '具体位置' : '地点'}
        maxLength={60}
        className={venues ? 'lg:col-span-3' : 'lg:col-span-5'}
      />
      <TextField
        name={at('capacity')}
        label="名额"
        inputMode="numeric"
        maxLength={6}
        className="lg:col-span-2"
      />
      <DateField name={at('startsOn')} label="开始日期" className="lg:col-span-2" />
      <DateField name={at('endsOn')} label="结束日期" optional className="lg:col-span-2" />
      <SelectField
        name={at('weekdays')}
        label="每周"
        placeholder="只上一天"
        options={weekdays}
        className="lg:col-span-2"
      />
      <DateField kind="time" name={at('startTime')} label="几点起" className="lg:col-span-2" />
      <DateField kind="time" name={at('endTime')} label="到几点" className="lg:col-span-2" />
    </div>
  );
}

type Field = HTMLInputElement | HTMLSelectElement;

/**
 * The table of sessions, a line each. 复制这一场 fills the next line after this one; without a script all
 * lines stand there, and empty ones count as none.
 */
export function PlanRows({ venues, weekdays }: RowsProps) {
  const { values } = useContext(FormContext);
  const filled = rows.filter((n) => values?.[`startsOn_${n}`] || values?.[`title_${n}`]);
  const [opened, setOpened] = useState(1);
  const [focus, setFocus] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const shown = Math.max(opened, filled.at(-1) ?? 1);
  const field = (name: string, n: number) =>
    box.current?.querySelector<Field>(`[name="${name}_${n}"]`) ?? null;

  useEffect(() => {
    if (!focus) return;
    box.current?.querySelector<HTMLElement>(`[name="${focus}"]`)?.focus();
    setFocus(null);
  }, [focus]);

  const copy = (from: number) => {
    const to = shown + 1;
    for (const name of copied) {
      const [source, target] = [field(name, from), field(name, to)];
      if (source && target) target.value = source.value;
    }
    const [source, target] = [field('title', from), field('title', to)];
    if (source && target) target.value = nextTitle(source.value);
    setOpened(to);
    setFocus(`place_${to}`);
  };
  const remove = () => {
    for (const name of ['title', 'like', ...copied]) {
      const target = field(name, shown);
      if (target) target.value = '';
    }
    setOpened(shown - 1);
  };
  return (
    <div ref={box} className="lines">
      {rows.map((n) => (
        <fieldset
          key={n}
          className={cx(
            'min-w-0 py-3 first:pt-0',
            n > shown && 'hidden [@media(scripting:none)]:block',
          )}
        >
          <legend className="visually-hidden">第 {n} 场</legend>
          <input
            type="hidden"
            name={`like_${n}`}
            defaultValue={String(values?.[`like_${n}`] ?? '')}
          />
          <Cells n={n} venues={venues} weekdays={weekdays} />
          <div className="needs-script mt-2 flex gap-3">
            {shown < rows.length && (
              <button
                type="button"
                className={buttonClass({ variant: 'secondary', small: true, block: false })}
                onClick={() => copy(n)}
              >
                复制这一场
              </button>
            )}
            {n === shown && n > 1 && (
              <button type="button" className="link reach" onClick={remove}>
                去掉
              </button>
            )}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
