'use client';
import { createContext, type ReactNode, useActionState, useContext } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { buttonClass } from '@/components/ui/button-style';
import type { Revealed } from '../rules/booking-line';

type Names = Readonly<Record<string, Revealed>>;

const Shown = createContext<Names>({});

/** The row in whole when the page was looked at as one; undefined while it is masked. */
export const useShown = (bookingId: string): Revealed | undefined => useContext(Shown)[bookingId];

interface Props {
  action: FormAction;
  offeringId: string;
  bookingIds: readonly string[];
  children: ReactNode;
}

/** 本页姓名全部查看 above a list: one look, one record, instead of one for each row. */
export function RevealAll({ action, offeringId, bookingIds, children }: Props) {
  const [state, look, pending] = useActionState(action, idleForm);
  const names = state.status === 'ok' ? (state.data as Names) : {};
  return (
    <Shown value={names}>
      {bookingIds.length > 1 && state.status !== 'ok' && (
        <form action={look} className="mb-3 flex flex-wrap items-center gap-3">
          <input type="hidden" name="offeringId" value={offeringId} />
          {bookingIds.map((id) => (
            <input key={id} type="hidden" name="bookingIds" value={id} />
          ))}
          <button
            type="submit"
            aria-busy={pending || undefined}
            className={buttonClass({ variant: 'secondary', small: true })}
          >
            {pending ? '读取中…' : '本页姓名全部查看'}
          </button>
          <span className="text-meta text-ink-2">记录一次</span>
          {state.status !== 'idle' && (
            <span role="alert" className="text-error">
              {state.message ?? '没有读到，请重试'}
            </span>
          )}
        </form>
      )}
      {children}
    </Shown>
  );
}
