import type { ReactNode } from 'react';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Panel } from '@/components/ui/card';
import { absenceCauses } from '@/db/schema/enums';
import { excuseAbsenceAction } from '../actions';
import type { AbsentLine } from '../queries/absent-of-session';
import { causeLabels, excuseWords } from '../rules';

const small = { small: true, block: false } as const;

function Excuse({ line }: { line: AbsentLine }): ReactNode {
  const words = line.excuse && excuseWords({ status: line.excuse, cause: line.cause });
  if (line.excuse && line.excuse !== 'excused') return words;
  const done = line.excuse === 'excused';
  return (
    <InlineForm
      action={excuseAbsenceAction}
      fields={{ bookingId: line.bookingId, to: done ? 'none' : 'excused' }}
      className="flex flex-wrap items-center gap-2"
    >
      {done ? (
        <span>{words}</span>
      ) : (
        <select name="cause" aria-label={`${line.attendee}没来的原因`} className="input w-auto">
          {absenceCauses.map((cause) => (
            <option key={cause} value={cause}>
              {causeLabels[cause]}
            </option>
          ))}
        </select>
      )}
      <SubmitButton {...small} variant={done ? 'text' : 'secondary'}>
        {done ? '撤销' : '豁免'}
      </SubmitButton>
    </InlineForm>
  );
}

/** 现场豁免 beside the roll: who was marked absent, and whether it counts against them. */
export function AbsentPanel({ lines }: { lines: readonly AbsentLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Panel title="缺席与豁免" note="豁免的不计爽约">
      <ul className="lines">
        {lines.map((line) => (
          <li
            key={line.bookingId}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
          >
            <span>
              <b>{line.attendee}</b> <span className="text-meta text-ink-3">{line.number}</span>
            </span>
            <Excuse line={line} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
