/** An error where it stands on the page. */
export interface PlacedError {
  readonly name: string;
  readonly words: string;
  /** The control it belongs to; null where the page shows none, as for a hidden field. */
  readonly control: HTMLElement | null;
}

const shortEnough = 20;

/** What the page calls a control: its legend where it is one of several, else its label. */
function nameOf(control: HTMLElement): string {
  const isChoice = control.matches('[type=radio], [type=checkbox]');
  const legend = isChoice && control.closest('fieldset.field')?.querySelector('legend');
  const label = document.querySelector(`label[for="${CSS.escape(control.id)}"]`);
  return ((legend || label)?.textContent ?? '').replace(/（选填）$/, '').trim();
}

function named(control: HTMLElement | null, words: string): string {
  const name = control ? nameOf(control) : '';
  return !name || name.length > shortEnough || words.includes(name) ? words : `${name}：${words}`;
}

const inOrder = (a: PlacedError, b: PlacedError) => {
  if (!a.control || !b.control) return Number(Boolean(a.control)) - Number(Boolean(b.control));
  return a.control.compareDocumentPosition(b.control) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
};

/** The errors in the order of the page, each with the name of its question. */
export const placeErrors = (
  errors: Readonly<Record<string, string>>,
  idOf: (name: string) => string,
): PlacedError[] =>
  Object.entries(errors)
    .map(([name, words]) => {
      const control = document.getElementById(idOf(name));
      return { name, words: named(control, words), control };
    })
    .sort(inOrder);

/** Brings a control into view and under the cursor, also out of a fold that is shut. */
export function goTo(control: HTMLElement): void {
  for (let up = control.closest('details'); up; up = up.parentElement?.closest('details') ?? null) {
    up.open = true;
  }
  control.focus();
  control.scrollIntoView({ block: 'center' });
}
