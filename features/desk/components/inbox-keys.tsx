'use client';
import { useEffect, useRef } from 'react';
import { Kbd } from '@/components/ui/kbd';

const help: readonly (readonly [string, string])[] = [
  ['J / K', '下一件 / 上一件'],
  ['A', '通过'],
  ['R', '退回补正'],
  ['E', '不予通过'],
  ['X', '选择或取消选择'],
  ['S', '全选筛选出的，去批量办理'],
  ['/', '搜索'],
  ['?', '打开或关闭这个说明'],
  ['U', '撤销刚才的决定'],
  ['Esc', '收起（收起前，其他键不起作用）'],
];

const all = <T extends HTMLElement>(selector: string) => [
  ...document.querySelectorAll<T>(selector),
];
const one = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const box = target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type);
  return !box && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function move(step: 1 | -1): void {
  const rows = all<HTMLAnchorElement>('[data-case]');
  const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const row = at < 0 ? rows[0] : rows[at + step];
  row?.focus();
  row?.click();
  row?.scrollIntoView({ block: 'nearest' });
}

function unfold(name: string): void {
  const fold = one<HTMLDetailsElement>(`details[data-decide=${name}]`);
  if (!fold) return;
  fold.open = true;
  fold
    .querySelector<HTMLElement>('[data-fold] input:not([type=hidden]), [data-fold] textarea')
    ?.focus();
}

function foldUp(): void {
  for (const fold of all<HTMLDetailsElement>('details[data-decide][open]')) {
    fold.open = false;
    fold.querySelector('summary')?.focus();
  }
}

/** A form stands open: a letter belongs to what is being filled in there, wherever the focus is. */
const isDeciding = () => one('details[data-decide][open], dialog[open]') !== null;

const keys: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  a: () => one<HTMLFormElement>('form#approve')?.requestSubmit(),
  r: () => unfold('send-back'),
  e: () => unfold('reject'),
  x: () => one<HTMLInputElement>('li:has([aria-current=true]) input[name=item]')?.click(),
  s: () => one<HTMLButtonElement>('button[data-all]')?.click(),
  u: () => one<HTMLFormElement>('form#undo')?.requestSubmit(),
  '/': () => one<HTMLInputElement>('main input[name=q]')?.focus(),
};

/** The officer's hands stay on the keyboard; everything it does is also on the page. */
export function InboxKeys() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') return foldUp();
      if (isTyping(event.target)) return;
      if (event.key === '?') {
        const sheet = dialog.current;
        return sheet?.open ? sheet.close() : sheet?.showModal();
      }
      const act = keys[event.key.toLowerCase()];
      // A key held down would decide one case after the other.
      if (!act || isDeciding() || (event.repeat && !/^[jk]$/i.test(event.key))) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="keys-title">
      <div className="px-4 pt-4 pb-6">
        <h2 id="keys-title" className="mb-2">
          按键
        </h2>
        <dl>
          {help.map(([key, what]) => (
            <div key={key} className="flex gap-4 py-1">
              <dt className="-ml-2 w-20 flex-none">
                {key.split(' / ').map((one) => (
                  <Kbd key={one}>{one}</Kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="mt-3 min-h-target text-info underline"
        >
          关闭
        </button>
      </div>
    </dialog>
  );
}
