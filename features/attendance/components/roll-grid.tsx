'use client';
import { useContext, useEffect, useState } from 'react';
import { Form } from '@/components/forms/form';
import { FormContext } from '@/components/forms/form-context';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { Button } from '@/components/ui/button';
import { formatShortDay, weekdayName, weekdayOf } from '@/lib/dates';
import type { CourseGrid } from '../queries/course-grid';
import { type CellState, choiceOf, tap, tapRest } from '../rules/grid-marks';
import { GridCell, GridName, StillCell } from './grid-cells';
import { GridPalette, paletteStates } from './grid-palette';
import { useTapped } from './use-tapped';

interface Props {
  action: FormAction;
  grid: CourseGrid;
}

type Saved = { marked: number; changedMeanwhile: readonly string[] };

/** 11/28: ten columns stand beside each other. */
const monthAndDay = (on: string) => `${Number(on.slice(5, 7))}/${Number(on.slice(8))}`;

/** Tells the grid, which lives around the form, that its taps have arrived. */
function WhenSaved({ then }: { then: (saved: Saved) => void }) {
  const state = useContext(FormContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (state.status === 'ok') then(state.data as Saved);
  }, [state]);
  return null;
}

/**
 * 点名 by tapping: choose a mark, tap the cells it is for, save them all at once. What is tapped stays in the
 * browser until it is saved; without script each cell sends itself.
 */
export function RollGrid({ action, grid }: Props) {
  const { sessionId, days, lines, today } = grid;
  const [choice, choose] = useState<CellState>({ state: 'present', cause: null });
  const [saved, setSaved] = useState<Saved | null>(null);
  const stored = new Map<string, CellState>(
    lines.flatMap((line) =>
      line.states.map((state, at) => [`${line.bookingId}|${days[at]?.on}`, state] as const),
    ),
  );
  const [tapped, hold] = useTapped(`${sessionId}:${days[0]?.on}`, (key) => stored.get(key));
  const count = Object.keys(tapped).length;
  const markAll = (at: number) => {
    const markable = lines.filter((line) => !line.own);
    const cells = markable.flatMap((line) => {
      const was = line.states[at];
      return was ? [{ key: `${line.bookingId}|${days[at]?.on}`, stored: was }] : [];
    });
    hold(tapRest(tapped, cells, choice));
  };
  return (
    <Form action={action} aria-label="点名表">
      <WhenSaved
        then={(done) => {
          setSaved(done);
          hold({});
        }}
      />
      <input type="hidden" name="sessionId" value={sessionId} />
      {Object.entries(tapped).map(([key, { seen, to }]) => (
        <input key={key} type="hidden" name="mark" value={`${key}|${seen}|${choiceOf(to)}`} />
      ))}
      <GridPalette chosen={choice} choose={(value) => choose(paletteStates[value] ?? choice)} />
      {saved && count === 0 && (
        <p role="status" className="mb-3 rounded-card bg-success-50 px-3 py-2">
          已记 {saved.marked} 格
          {saved.changedMeanwhile.length > 0 &&
            `；${saved.changedMeanwhile.length} 格刚被同事或签到改过，没有动，请看框出的格子`}
          。
        </p>
      )}
      <section
        aria-label="点名表，可左右滚动"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must take the focus
        tabIndex={0}
        className="relative overflow-x-auto rounded-card border border-line bg-surface"
      >
        <table className="border-collapse text-table">
          <thead>
            <tr>
              <th scope="col" className="sticky left-0 z-10 bg-surface px-3 py-2 text-left">
                姓名
              </th>
              {days.map(({ on, open }, at) => (
                <th
                  key={on}
                  scope="col"
                  className="px-1 py-2 text-center font-normal whitespace-nowrap"
                >
                  <span className={on === today ? 'font-semibold' : undefined}>
                    {monthAndDay(on)}
                  </span>
                  <span className="block text-meta text-ink-3">
                    {on === today ? '今天' : weekdayName(weekdayOf(on))}
                  </span>
                  {open && (
                    <button
                      type="button"
                      className="link needs-script reach min-h-6 px-1 text-meta"
                      onClick={() => markAll(at)}
                      aria-label={`${formatShortDay(on, today)}其余的人都记上`}
                    >
                      其余
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.bookingId} className="border-t border-line">
                <th
                  scope="row"
                  className="sticky left-0 z-10 bg-surface px-3 py-1 text-left font-normal whitespace-nowrap"
                >
                  <GridName {...line} />
                </th>
                {days.map(({ on, open }, at) => {
                  const key = `${line.bookingId}|${on}`;
                  const was = line.states[at] ?? { state: 'none', cause: null };
                  return (
                    <td key={on} className="p-1">
                      {open && !line.own ? (
                        <GridCell
                          value={`${key}|${was.state}`}
                          who={line.name}
                          day={formatShortDay(on, today)}
                          stored={was}
                          tapped={tapped[key]?.to}
                          changed={saved?.changedMeanwhile.includes(key) ?? false}
                          tap={() => hold(tap(tapped, key, was, choice))}
                        />
                      ) : (
                        <StillCell stored={was} />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="needs-script sticky bottom-0 z-20 mt-3 flex flex-wrap items-center gap-3 border-t border-line bg-surface py-3">
        <SubmitButton block={false}>保存{count > 0 && ` ${count} 格`}</SubmitButton>
        {count > 0 && (
          <Button variant="text" onClick={() => hold({})}>
            放弃没保存的
          </Button>
        )}
        <span className="text-meta text-ink-2">
          {count > 0 ? '没保存的只在这台设备上，没网也不丢' : '点格子就记上，再点一次取消'}
        </span>
      </div>
    </Form>
  );
}
