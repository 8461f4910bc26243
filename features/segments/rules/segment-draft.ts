import {
  type ClauseKind,
  clauseKinds,
  clauses,
  joins,
  MOST_CLAUSES,
  MOST_LEVELS,
  type SegmentDefinition,
  type SegmentNode,
  segmentDefinition,
} from '../schema/definition';

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Fields of each kind of condition, without the place they stand at. */
export const clauseFields: Record<ClauseKind, readonly string[]> = {
  union: ['organisationId'],
  occupation: ['codes'],
  new_form: ['is'],
  sex: ['sex'],
  age: ['from', 'to'],
  joined: ['from', 'to'],
  attended: ['of', 'offeringId', 'days', 'from', 'to'],
  signed_in: ['when', 'on'],
};

/** A group or a condition of the editor, as typed. `at` is its place, `0-1`; the outermost group is at ``. */
export interface DraftNode {
  readonly at: string;
  readonly level: number;
  readonly kind: ClauseKind | 'group';
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly of: readonly DraftNode[];
}

/** The name of a field at a place of the tree. */
export const fieldAt = (field: string, at: string): string =>
  at === '' ? field : `${field}-${at}`;
const below = (at: string, i: number) => (at === '' ? String(i) : `${at}-${i}`);
const isKind = (kind: unknown): kind is ClauseKind => clauseKinds.some((one) => one === kind);

interface Raw {
  kind: ClauseKind | 'group';
  values: Record<string, string | readonly string[]>;
  of: Raw[];
}

function readGroup(search: Values, at: string, level: number): Raw {
  const join = search[fieldAt('join', at)];
  const group: Raw = { kind: 'group', values: { join: String(join ?? 'all') }, of: [] };
  for (let i = 0; i < MOST_CLAUSES * 2; i++) {
    const place = below(at, i);
    const kind = search[fieldAt('k', place)];
    if (kind === undefined) break;
    if (search.remove === place) continue;
    if (kind === 'group' && level < MOST_LEVELS) group.of.push(readGroup(search, place, level + 1));
    else if (isKind(kind)) group.of.push(readClause(search, kind, place));
  }
  return group;
}

function readClause(search: Values, kind: ClauseKind, at: string): Raw {
  const values: Record<string, string | readonly string[]> = {};
  for (const field of clauseFields[kind]) {
    const value = search[fieldAt(field, at)];
    if (value !== undefined) values[field] = value;
  }
  return { kind, values, of: [] };
}

function rawOf(node: SegmentNode): Raw {
  if (node.kind === 'group')
    return { kind: 'group', values: { join: node.join }, of: node.of.map(rawOf) };
  const values = Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) =>
      name === 'kind' || value === undefined
        ? []
        : [[name, Array.isArray(value) ? value.map(String) : String(value)] as const],
    ),
  );
  return { kind: node.kind, values, of: [] };
}

const count = (raw: Raw): number =>
  raw.kind === 'group' ? raw.of.reduce((sum, one) => sum + count(one), 0) : 1;

function placed(raw: Raw, at: string, level: number): DraftNode {
  const of = raw.of.map((one, i) => placed(one, below(at, i), level + 1));
  return { at, level, kind: raw.kind, values: raw.values, of };
}

const starting = (kind: ClauseKind): Raw['values'] =>
  kind === 'attended' ? { of: 'any' } : kind === 'new_form' ? { is: 'yes' } : {};

/** Puts in what a list 加 in a group asked for, unless it would be too many or too deep. */
function added(raw: Raw, search: Values, errors: Record<string, string>, root: Raw): void {
  const walk = (group: Raw, at: string, level: number) => {
    const inside = [...group.of];
    inside.forEach((one, i) => {
      if (one.kind === 'group') walk(one, below(at, i), level + 1);
    });
    const wanted = search[fieldAt('add', at)];
    if (wanted === 'group') {
      if (level >= MOST_LEVELS) errors[fieldAt('add', at)] = `最多套 ${MOST_LEVELS} 层`;
      else group.of.push({ kind: 'group', values: { join: 'any' }, of: [] });
    } else if (isKind(wanted)) {
      if (count(root) >= MOST_CLAUSES) {
        errors[fieldAt('add', at)] = `最多 ${MOST_CLAUSES} 个条件，要再加请先去掉一个`;
      } else group.of.push({ kind: wanted, values: starting(wanted), of: [] });
    }
  };
  walk(raw, '', 1);
}

function nodeOf(node: DraftNode, errors: Record<string, string>): SegmentNode {
  if (node.kind === 'group') {
    const of = node.of.map((one) => nodeOf(one, errors));
    const join = joins.find((one) => one === node.values.join) ?? 'all';
    if (of.length === 0)
      errors[fieldAt('add', node.at)] ??=
        node.at === '' ? '请至少加一个条件' : '这一组还是空的，请加一条或去掉这一组';
    return { kind: 'group', join, of };
  }
  const parsed = clauses[node.kind].safeParse({ kind: node.kind, ...node.values });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    errors[fieldAt(String(path[0] ?? clauseFields[node.kind][0]), node.at)] ??= message;
  }
  return { kind: 'sex', sex: 'female' };
}

export interface SegmentDraft {
  readonly root: DraftNode;
  /** Words beside fields; empty while nothing was asked for yet. */
  readonly errors: Readonly<Record<string, string>>;
  /** Null while something is missing. */
  readonly definition: SegmentDefinition | null;
}

/**
 * What the address of the editor says: the stored definition at first, then the fields as they were sent, with one
 * more or one less where a button asked for it. What was just added is not called empty.
 */
export function readSegmentDraft(search: Values, stored: SegmentDefinition | null): SegmentDraft {
  const typed = search.draft !== undefined;
  const raw = typed
    ? readGroup(search, '', 1)
    : stored
      ? rawOf(stored.root)
      : ({ kind: 'group', values: { join: 'all' }, of: [] } satisfies Raw);
  const refused: Record<string, string> = {};
  if (typed) added(raw, search, refused, raw);
  const root = placed(raw, '', 1);
  const errors: Record<string, string> = {};
  const asked = nodeOf(root, errors);
  const whole = segmentDefinition.safeParse({ v: 1, root: asked });
  const ready = Object.keys(errors).length === 0 && whole.success;
  const shown = search.count === undefined ? refused : { ...errors, ...refused };
  return { root, errors: shown, definition: ready ? whole.data : null };
}
