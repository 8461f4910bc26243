import { boundary } from './ask';

/** A control as a browser would send it: text, or a file input in which nothing was chosen. */
export interface Control {
  readonly name: string;
  readonly id: string | null;
  readonly value: string;
  readonly isFile: boolean;
}

export interface PageForm {
  /** The published id of its action; null for a form that only looks. */
  readonly actionId: string | null;
  readonly controls: readonly Control[];
  /** Of every control, ticked and switched on or not. */
  readonly names: ReadonlySet<string>;
  /** Names said to be 选填: empty, they are never an error. */
  readonly optional: ReadonlySet<string>;
  /** A field that another answer brings up. */
  readonly hasConditions: boolean;
}

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" };
const plain = (text: string) =>
  text.replaceAll(/&(quot|amp|lt|gt|#x27);/g, (_, e) => entities[e] ?? '');
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, 'i').exec(tag);
  return found ? plain(found[1] ?? '') : null;
};

const scripts = /<script[\s\S]*?<\/script>/g;
const control =
  /<input\b[^>]*>|<select\b[^>]*>[\s\S]*?<\/select>|<textarea\b[^>]*>[\s\S]*?<\/textarea>/g;

function sentBy(source: string, tag: string): string | null {
  if (source.startsWith('<textarea')) {
    return plain(source.slice(tag.length, -'</textarea>'.length)).replace(/^\n/, '');
  }
  if (source.startsWith('<select')) {
    const options = [...source.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0];
    return chosen ? attribute(chosen, 'value') : null;
  }
  const isBox = /^(radio|checkbox)$/.test(attribute(tag, 'type') ?? '');
  if (isBox && attribute(tag, 'checked') === null) return null;
  return attribute(tag, 'value') ?? (isBox ? 'on' : '');
}

/** What an untouched form would send: switched-off parts and unticked boxes send nothing. */
function controlsOf(html: string): Control[] {
  const live = html.replaceAll(/<fieldset\b[^>]*\sdisabled[\s\S]*?<\/fieldset>/g, '');
  return [...live.matchAll(control)].flatMap(([source]) => {
    const tag = /^<[^>]*>/.exec(source)?.[0] ?? '';
    const name = attribute(tag, 'name');
    const value = sentBy(source, tag);
    if (name === null || value === null || attribute(tag, 'disabled') !== null) return [];
    return [{ name, id: attribute(tag, 'id'), value, isFile: attribute(tag, 'type') === 'file' }];
  });
}

/** Names whose label or legend says 选填. */
function optionalOf(html: string): Set<string> {
  const labels = [...html.matchAll(/<label\b([^>]*)>([\s\S]*?)<\/label>/g)]
    .filter(([, , words]) => words?.includes('（选填）'))
    .map(([, tag]) => attribute(`<label${tag}>`, 'for'));
  const groups = [...html.matchAll(/<legend\b[^>]*>([\s\S]*?)<\/legend>([\s\S]*?)<\/fieldset>/g)]
    .filter(([, words]) => words?.includes('（选填）'))
    .map(([, , body]) => /<input\b[^>]*>/.exec(body ?? '')?.[0])
    .map((first) => (first ? attribute(first, 'id') : null));
  const ids = new Set([...labels, ...groups]);
  const named = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
  return new Set(
    named.flatMap((tag) => (ids.has(attribute(tag, 'id')) ? [attribute(tag, 'name') ?? ''] : [])),
  );
}

const actionIn = (controls: readonly Control[]): string | null => {
  const bound = controls.find((one) => /^\$ACTION_\d+:0$/.test(one.name));
  return bound ? (JSON.parse(bound.value) as { id: string }).id : null;
};

/** Every form of a page as it stands before anybody touches it. */
export const formsOf = (page: string): PageForm[] =>
  [...page.replaceAll(scripts, '').matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(
    ([, html = '']) => {
      const controls = controlsOf(html);
      return {
        actionId: actionIn(controls),
        controls,
        names: new Set(
          [...html.matchAll(/\sname="([^"]+)"/g)].map(([, name]) => plain(name ?? '')),
        ),
        optional: optionalOf(html),
        hasConditions: /<fieldset\b[^>]*\sdisabled/.test(html),
      };
    },
  );

const part = ({ name, value, isFile }: Control, prefix = ''): string => {
  const file = '; filename=""\r\nContent-Type: application/octet-stream';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${prefix}${name}"`;
  return `${head}${isFile ? file : ''}\r\n\r\n${isFile ? '' : value}\r\n`;
};

/** As Chromium posts it: by itself, or with the page's script, which sends the state before along. */
export function asBrowser(controls: readonly Control[], script: boolean) {
  const sent = script
    ? controls.filter(({ name }) => !name.startsWith('$ACTION')).map((one) => part(one, '_1_'))
    : controls.map((one) => part(one));
  const state = { name: '0', id: null, value: '[{"status":"idle"},"$K1"]', isFile: false };
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: `${sent.join('')}${script ? part(state) : ''}--${boundary}--\r\n`,
  };
}
