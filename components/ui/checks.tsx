import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon, type IconName } from './icon';

export type Outcome = 'pass' | 'warn' | 'fail';

const looks: Record<Outcome, { icon: IconName; tone: string; word: string }> = {
  pass: { icon: 'check-circle', tone: 'text-success', word: '符合：' },
  warn: { icon: 'warning', tone: 'text-warning', word: '注意：' },
  fail: { icon: 'close-circle', tone: 'text-error', word: '不符合：' },
};

export interface CheckLine {
  outcome: Outcome;
  text: ReactNode;
  note?: ReactNode;
  fix?: ReactNode;
}

/** 能不能报, 系统核对: each condition with how it stands and the way out. */
export function Checks({ lines, dense }: { lines: readonly CheckLine[]; dense?: boolean }) {
  return (
    <ul>
      {lines.map((line, at) => (
        <li
          key={at}
          className={cx('flex', dense ? 'py-[5px]' : 'border-line py-[10px] not-first:border-t')}
        >
          <Icon
            name={looks[line.outcome].icon}
            className={cx('mt-[3px] mr-[10px]', looks[line.outcome].tone)}
          />
          <div className="min-w-0">
            <p>
              <span className="visually-hidden">{looks[line.outcome].word}</span>
              {line.text}
            </p>
            {line.note && <p className="text-secondary text-ink-2">{line.note}</p>}
            {line.fix && <p className="text-secondary">{line.fix}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
