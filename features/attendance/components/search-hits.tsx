'use client';
import { useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';

interface Hit {
  readonly bookingId: string;
  readonly name: string;
  readonly tail: string;
  readonly phoneTail: string;
  readonly number: string;
  /** 已签到 14:02, or null. */
  readonly came: string | null;
}

interface HitProps {
  action: FormAction;
  sessionId: string;
  hit: Hit;
}

const titleOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'title' in data ? String(data.title) : null;

function HitRow({ action, sessionId, hit }: HitProps) {
  const [state, send] = useActionState(action, idleForm);
  const said = state.status === 'ok' ? titleOf(state.data) : null;
  const failed = state.status !== 'idle' && state.status !== 'ok';
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3">
      <p>
        <b>{hit.name}</b> 证件尾号 {hit.tail || '无'}，手机尾号 {hit.phoneTail}
        <span className="block text-secondary text-ink-2">{hit.number}</span>
      </p>
      {said || hit.came ? (
        <p role="status" className="font-semibold">
          {said ?? hit.came}
        </p>
      ) : (
        <form action={send}>
          <input type="hidden" name="sessionId" value={sessionId} />
          <input type="hidden" name="bookingId" value={hit.bookingId} />
          <SubmitButton variant="secondary" small block={false}>
            签到
          </SubmitButton>
        </form>
      )}
      {failed && (
        <p role="alert" className="w-full text-secondary text-error">
          错误：{state.message ?? '没有办成，请刷新后重试'}
        </p>
      )}
    </li>
  );
}

/** Who was found by name or by four digits; one tap checks them in. */
export function SearchHits({
  action,
  sessionId,
  hits,
}: Omit<HitProps, 'hit'> & { hits: readonly Hit[] }) {
  return (
    <ul aria-label="查找结果">
      {hits.map((hit) => (
        <HitRow key={hit.bookingId} action={action} sessionId={sessionId} hit={hit} />
      ))}
    </ul>
  );
}
