'use client';
import { type ReactNode, useContext } from 'react';
import { cx } from '../ui/cx';
import { FormContext } from './form-context';

/** How a form is folded away; made by `foldOf` of a disclosure, `decideFold` of a bar of decisions. */
export interface Fold {
  /** The summary element. */
  readonly head: ReactNode;
  readonly open?: boolean | undefined;
  readonly className?: string;
  readonly bodyClass?: string;
  /** Of several with one name only one stands open. */
  readonly name?: string;
  /** The keyboard finds it by this. */
  readonly decide?: string;
}

/** A form in a fold: after a refusal it stands open with what was typed, also without a script. */
export function FormFold({ fold, className, children }: FormFoldProps) {
  const { status } = useContext(FormContext);
  const failed = status !== 'idle' && status !== 'ok';
  return (
    <details
      open={failed || fold.open || undefined}
      name={fold.name}
      data-decide={fold.decide}
      className={fold.className}
    >
      {fold.head}
      <div data-fold="" className={cx(fold.bodyClass, className)}>
        {children}
      </div>
    </details>
  );
}

interface FormFoldProps {
  fold: Fold;
  className?: string | undefined;
  children: ReactNode;
}

/** Some fields of a form in a fold of their own, which opens when one of them has an error. */
export function FieldsFold({ fold, names, children }: FieldsFoldProps) {
  const { fieldErrors } = useContext(FormContext);
  const wrong = names.some((name) => fieldErrors?.[name] !== undefined);
  return (
    <details open={wrong || fold.open || undefined} className={fold.className}>
      {fold.head}
      <div className={fold.bodyClass}>{children}</div>
    </details>
  );
}

interface FieldsFoldProps {
  fold: Fold;
  names: readonly string[];
  children: ReactNode;
}
