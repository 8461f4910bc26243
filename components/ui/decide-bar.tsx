import type { ReactNode } from 'react';
import type { Fold } from '../forms/form-fold';
import { buttonClass } from './button-style';
import { cx } from './cx';

// While a fold is open its own button is the one red thing; what else could be decided steps aside.
const oneAtATime =
  '[&:has(>form>details[open])>*:not(:has(>details[open])):not(p)]:hidden [&>form:has(>details[open])]:!basis-full';

/** The bar of decisions below a case: sticky on a phone, the foot of the detail on the desk. */
export function DecideBar({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div
      className={cx(
        'no-print sticky bottom-0 z-10 flex flex-none flex-wrap items-start gap-2 border-t border-line bg-surface px-4 py-3 [&>*]:flex-[1_1_6em] lg:px-6 lg:[&>*]:flex-none',
        oneAtATime,
      )}
    >
      {children}
      {note && (
        <p className="basis-full text-meta text-ink-3 lg:ml-auto lg:basis-auto lg:self-center">
          {note}
        </p>
      )}
    </div>
  );
}

interface FoldProps {
  /** The keyboard finds it by this. */
  id: string;
  label: ReactNode;
  title: string;
  danger?: boolean;
}

/**
 * A form of the bar behind its button, for the form's `fold`; a native details, so it needs no script.
 * The facts of the case scroll above it, so that a reason is written with them in sight.
 */
export function decideFold({ id, label, title, danger }: FoldProps): Fold {
  return {
    name: 'decide',
    decide: id,
    bodyClass: '-mx-4 max-h-[52vh] overflow-auto px-4 pt-2 lg:-mx-6 lg:px-6',
    head: (
      <summary className="list-none">
        <span
          className={cx(
            buttonClass({ variant: danger ? 'danger' : 'secondary', block: true }),
            '[details[open]>summary>&]:hidden',
          )}
        >
          {label}
        </span>
        <span className="hidden items-center justify-between gap-4 [details[open]>summary>&]:flex">
          <b>{title}</b>
          <span className="inline-flex min-h-target items-center text-info underline desk:min-h-0">
            收起
          </span>
        </span>
      </summary>
    ),
  };
}

/** The one button of a fold: in sight however long the form above it is. */
export function DecideSend({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 mt-4 border-t border-line bg-surface pt-3 pb-1">{children}</div>
  );
}
