import type { FormState } from './form-state';

type Values = NonNullable<FormState['values']>;

// Never in the browser's storage: numbers of documents, codes, passwords, health, anything sealed
// (ASVS 14.3.3). Whatever the phone may not remember by itself, we do not either.
const isPrivate = (control: Element) =>
  /^(off|one-time-code|current-password|new-password)$/.test(
    control.getAttribute('autocomplete') ?? '',
  ) ||
  control.matches('[type=password]') ||
  control.closest('[data-private]') !== null;

/** What was typed, by name; a file cannot be put back, and Next's own fields are not ours. */
export function valuesOf(form: HTMLFormElement, forStorage = false): Values {
  const kept: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || name.startsWith('$') || name === 'idempotencyKey') continue;
    const control = form.querySelector(`[name="${CSS.escape(name)}"]`);
    if (control?.matches('[type=password]') || (forStorage && control && isPrivate(control)))
      continue;
    kept[name] = [...(kept[name] ?? []), value];
  }
  return Object.fromEntries(
    Object.entries(kept).map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]),
  );
}

const place = (form: HTMLFormElement) =>
  `lianxin-form:${window.location.pathname}:${[...document.forms].indexOf(form)}`;

/** What was typed waits in this tab until the page comes again, as after signing in. */
export function keepFor(form: HTMLFormElement): void {
  try {
    sessionStorage.setItem(place(form), JSON.stringify(valuesOf(form, true)));
  } catch {
    // A private window may refuse: then the page comes without.
  }
}

/** Loads the page again, of the new version; what was typed waits for it. */
export function reloadKeeping(form: HTMLFormElement): void {
  keepFor(form);
  window.location.reload();
}

/** What waited for this form, once. */
export function takeKept(form: HTMLFormElement): Values | null {
  try {
    const found = sessionStorage.getItem(place(form));
    if (!found) return null;
    sessionStorage.removeItem(place(form));
    return JSON.parse(found) as Values;
  } catch {
    return null;
  }
}
