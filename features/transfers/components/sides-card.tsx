import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Tag, type Tone } from '@/components/ui/tag';
import type { SideName } from '../rules/two-sides';

export interface CardSide {
  readonly side: SideName;
  readonly union: string;
  readonly tag?: { readonly tone: Tone; readonly word: string };
  readonly when: ReactNode;
}

const roles: Record<SideName, string> = { out: '转出', in: '转入' };

/** Both unions of a transfer, the old one above the new one: who, until when, what silence means. */
export function SidesCard({ sides }: { sides: readonly CardSide[] }) {
  return (
    <Card pad>
      <ol>
        {sides.map(({ side, union, tag, when }) => (
          <li key={side}>
            {side === 'in' && <Icon name="chevron-down" className="my-2 text-ink-3" />}
            <p className="flex items-center justify-between gap-3 text-secondary text-ink-2">
              <span>{roles[side]}</span>
              {tag && <Tag tone={tag.tone}>{tag.word}</Tag>}
            </p>
            <p className="text-h3 font-semibold">{union}</p>
            <div className="text-secondary">{when}</div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
