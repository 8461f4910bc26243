import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import type { ConditionChoices } from '@/features/offerings/queries/form-choices';
import { sessionRules } from '@/features/offerings/schema/session-rules';
import { sessionConditionRows } from '../rules/condition-words';

interface Props {
  offering: DeskOffering;
  choices: ConditionChoices;
  over: boolean;
}

/** What single sessions ask beside the offering, and the way to say it: 二三年级班、四五年级班. */
export function SessionRules({ offering, choices, over }: Props) {
  const { live, kind, id, now } = offering;
  if (live.length < 2) return null;
  return (
    <Panel title="各场另加的条件" note="两样都要符合">
      <ul className="lines">
        {live.map((s) => {
          const words = sessionConditionRows(sessionRules(s.rules), kind, choices).map(
            (row) => row.words,
          );
          const base = `/desk/offerings/${id}/sessions/${s.id}/conditions`;
          return (
            <li
              key={s.id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2"
            >
              <span>
                <b>{s.title}</b>
                <span className="ml-3 text-ink-2">
                  {words.length > 0 ? words.join('，') : '没有另加'}
                </span>
              </span>
              <TextLink href={base} className="reach inline-flex min-h-6 items-center">
                {over || s.startsAt <= now ? '看历史' : words.length > 0 ? '改' : '加条件'}
                <span className="visually-hidden">：{s.title}</span>
              </TextLink>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
