import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { formatCount } from '@/lib/format';
import type { DrawPage } from '../queries/draw-page';
import { isPlaced } from '../rules/allot';
import { numberText } from '../rules/list';
import { resultWords } from '../rules/words';

/** 查我的号: a plain GET form, so it works on any phone. */
export function NumberForm({ draw }: { draw: DrawPage }) {
  return (
    <form action={`/draws/${draw.id}`}>
      <TextField
        name="no"
        label="报名号"
        inputMode="numeric"
        maxLength={6}
        autoComplete="off"
        defaultValue={draw.no === null ? '' : numberText(draw.no)}
        beside={
          <Button type="submit" variant="secondary">
            查询
          </Button>
        }
      />
    </form>
  );
}

/** Where the number stands between the first and the last; the dark part got a place. */
function Scale({ draw, rank }: { draw: DrawPage; rank: number }) {
  const share = (n: number) => `${Math.min(100, (n / Math.max(1, draw.entries)) * 100)}%`;
  const right = rank > draw.entries * 0.6;
  return (
    <>
      <svg aria-hidden="true" className="mt-2 block h-[52px] w-full overflow-visible">
        <rect y="36" width="100%" height="6" rx="3" className="fill-line" />
        {draw.inOrder && (
          <rect y="36" width={share(draw.placed)} height="6" rx="3" className="fill-neutral" />
        )}
        <rect x={share(rank - 0.5)} width="2" height="46" className="fill-ink" />
        <text
          x={share(rank - 0.5)}
          y="14"
          dx={right ? -8 : 8}
          textAnchor={right ? 'end' : 'start'}
          className="fill-ink text-meta"
        >
          您在这里
        </text>
      </svg>
      <p className="flex flex-wrap justify-between gap-x-3 text-secondary text-ink-2">
        <span>{draw.inOrder ? `前 ${draw.placed} 位录取` : `共录取 ${draw.placed} 位`}</span>
        <span>共 {formatCount(draw.entries)} 位</span>
      </p>
    </>
  );
}

function Waiting({ draw, no }: { draw: DrawPage; no: number }) {
  const sealed = draw.status !== 'announced';
  return (
    <Card pad className="mt-4">
      <p className="text-secondary text-ink-2">{numberText(no)} 号</p>
      <p className="font-semibold">
        {!sealed
          ? '报名还没截止，名单还没封存。'
          : draw.listed
            ? '在封存的名单里，等抽签。'
            : '没有这个号。'}
      </p>
      {sealed && !draw.listed && (
        <p className="text-secondary text-ink-2">请核对报名号，或看全部号码。</p>
      )}
    </Card>
  );
}

/** What the number came to, in one look. */
export function NumberResult({ draw }: { draw: DrawPage }) {
  const { no, result } = draw;
  if (no === null) return null;
  if (!result) return <Waiting draw={draw} no={no} />;
  const { strong, next } = resultWords(result);
  return (
    <Card pad className="mt-4">
      <div aria-live="polite">
        <p className="text-secondary text-ink-2">{numberText(no)} 号</p>
        <p className="text-figure font-semibold">第 {result.rank} 位</p>
        <p>
          <b>{strong}</b>
          {next}
        </p>
      </div>
      <Scale draw={draw} rank={result.rank} />
    </Card>
  );
}

/** Whether the number shown got a place. */
export const hasWon = (draw: DrawPage): boolean =>
  draw.result !== null && isPlaced(draw.result.outcome);
