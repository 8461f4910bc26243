'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import type { MouseEvent } from 'react';
import { buttonClass } from '../ui/button-style';
import type { FormState } from './form-state';
import { keepFor, reloadKeeping } from './kept-values';

const formOf = ({ currentTarget }: MouseEvent<HTMLElement>) => currentTarget.closest('form');

/** Where to sign in, as the kernel says with its refusal. */
const doorOf = ({ data }: FormState): string =>
  typeof data === 'object' && data !== null && 'door' in data ? String(data.door) : '/login';

/** Beside a form that was refused for what is not in it: sign in again, or load the newer page. */
export function WayOn({ state }: { state: FormState }) {
  const path = usePathname();
  const query = useSearchParams().toString();
  if (state.code === 'page_updated') {
    return (
      <button
        type="button"
        className={`mb-6 ${buttonClass({})}`}
        onClick={(event) => {
          const form = formOf(event);
          if (form) reloadKeeping(form);
        }}
      >
        刷新本页
      </button>
    );
  }
  if (state.code !== 'sign_in') return null;
  const next = encodeURIComponent(query ? `${path}?${query}` : path);
  return (
    <a
      href={`${doorOf(state)}?next=${next}`}
      className={`mb-6 ${buttonClass({})}`}
      onClick={(event) => {
        const form = formOf(event);
        if (form) keepFor(form);
      }}
    >
      去登录
    </a>
  );
}
