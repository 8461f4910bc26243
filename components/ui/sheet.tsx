'use client';
import { type ReactNode, useEffect, useRef } from 'react';

interface SheetProps {
  /** The button's words. */
  trigger: ReactNode;
  triggerClassName?: string;
  title: string;
  children: ReactNode;
  id: string;
}

const marker = 'sheet';

/**
 * A half-screen from below, on the native dialog. The phone's back button closes it: opening adds a
 * history entry. Without script the content stands on the page instead (see `.needs-script`).
 */
export function Sheet({ trigger, triggerClassName, title, children, id }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const closeOnBack = () => dialog.current?.close();
    window.addEventListener('popstate', closeOnBack);
    return () => window.removeEventListener('popstate', closeOnBack);
  }, []);
  const open = () => {
    window.history.pushState({ [marker]: id }, '');
    dialog.current?.showModal();
  };
  const close = () => {
    dialog.current?.close();
    if (window.history.state?.[marker] === id) window.history.back();
  };
  return (
    <>
      <button type="button" onClick={open} className={triggerClassName} aria-haspopup="dialog">
        {trigger}
      </button>
      <dialog ref={dialog} className="sheet" aria-labelledby={`${id}-title`} onCancel={close}>
        <div className="flex items-center justify-between pt-2 pr-2 pl-4">
          <h2 id={`${id}-title`}>{title}</h2>
          <button type="button" onClick={close} className="min-h-target min-w-target text-ink-2">
            关闭
          </button>
        </div>
        <div className="px-4 pt-2 pb-6">{children}</div>
      </dialog>
    </>
  );
}
