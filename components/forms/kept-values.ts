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
  const values: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || name.startsWith('$') || name === 'idempotencyKey') continue;
    const control = form.querySelector(`[name="${CSS.escape(name)}"]`);
    if (control?.matches('[type=password]') || (forStorage && control && isPrivate(control)))
      continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]),
  );
}

const KEPT = 'lianxin-form:';

// An officer's text waits for that officer only: whoever signs in next in this tab finds nothing.
const owner = () => document.querySelector<HTMLElement>('[data-account]')?.dataset.account ?? '';

const place = (form: HTMLFormElement) =>
  `${KEPT}${owner()}:${window.location.pathname}:${[...document.forms].indexOf(form)}`;

const isTouched = (form: HTMLFormElement): boolean =>
  [...form.elements].some((control) => {
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (control instanceof HTMLSelectElement)
      return [...control.options].some((option) => option.selected !== option.defaultSelected);
    if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false;
    return control.value !== control.defaultValue || control.checked !== control.defaultChecked;
  });

/** What was typed waits in this tab until the page comes again, as after signing in. */
export function keepFor(form: HTMLFormElement): void {
  try {
    sessionStorage.setItem(place(form), JSON.stringify(valuesOf(form, true)));
  } catch {
    // A private window may refuse: then the page comes without.
  }
}

/** Before the page is left by itself: what was typed into any of its forms waits in this tab. */
export function keepTouchedForms(): void {
  for (const form of document.forms) if (isTouched(form)) keepFor(form);
}

/** Forgets what waits in this tab for anybody else. */
export function forgetOthersForms(): void {
  try {
    const mine = `${KEPT}${owner()}:`;
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(KEPT) && !key.startsWith(mine)) sessionStorage.removeItem(key);
  } catch {
    // No storage, nothing to forget.
  }
}

/** Loads the page again, of the new version; what was typed waits for it. */
export function reloadKeeping(form: HTMLFormElement): void {
  keepFor(form);
  window.location.reload();
}

/** What waited for this form, once. */
export function takeKeptValues(form: HTMLFormElement): Values | null {
  try {
    const found = sessionStorage.getItem(place(form));
    if (!found) return null;
    sessionStorage.removeItem(place(form));
    return JSON.parse(found) as Values;
  } catch {
    return null;
  }
}
