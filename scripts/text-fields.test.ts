import { describe, expect, it } from 'vitest';
import { z } from 'zod';

// Every field of every form, read from the schemas themselves: one that goes past lib/text.ts is found.
const modules = import.meta.glob<Record<string, unknown>>(
  ['../features/*/schema.ts', '../features/*/schema/*.ts', '!**/*.test.ts'],
  { eager: true },
);

interface Field {
  readonly name: string;
  readonly type: z.ZodType;
}

interface Def {
  type: string;
  in?: z.ZodType;
  innerType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
}

/** The fields of a form: through transforms, defaults and unions down to the object. */
function fieldsOf(name: string, schema: z.ZodType): Field[] {
  const def = schema.def as unknown as Def;
  if (def.type === 'object') {
    return Object.entries(def.shape ?? {}).map(([key, type]) => ({ name: `${name}.${key}`, type }));
  }
  if (def.type === 'union') return (def.options ?? []).flatMap((one) => fieldsOf(name, one));
  const inner = def.in ?? def.innerType;
  return inner ? fieldsOf(name, inner) : [];
}

const fields = Object.entries(modules).flatMap(([path, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    value instanceof z.ZodType
      ? fieldsOf(`${path.split('/features/')[1] ?? path}:${name}`, value)
      : [],
  ),
);

const evil = [
  ['turns the text round', '插花\u202Efdp.exe'],
  ['isolates a part', '插花\u2066班\u2069'],
  ['is a lone surrogate', '插花\ud800班'],
  ['is what a failed decoding leaves', '插花\uFFFD班'],
  ['is invisible as a whole', '\u200B\u2060'],
  ['is invisible inside', '插\u200B花'],
  ['carries forty marks on a letter', `插${'o'}${'\u0301'.repeat(40)}花`],
] as const;

const HIDDEN = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFFFD]|\p{Cs}|\p{M}{7}/u;

async function outputOf(type: z.ZodType, typed: unknown): Promise<unknown> {
  const read = await type.safeParseAsync(typed);
  return read.success ? read.data : undefined;
}

const hides = (output: unknown): boolean =>
  typeof output === 'string'
    ? HIDDEN.test(output)
    : Array.isArray(output)
      ? output.some(hides)
      : typeof output === 'object' && output !== null && Object.values(output).some(hides);

/** Fields that let it through, alone or in a list. */
async function letThrough(all: readonly Field[], typed: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, type } of all) {
    const [one, several] = [await outputOf(type, typed), await outputOf(type, [typed])];
    if (hides(one) || hides(several)) found.push(name);
  }
  return found;
}

// No text that anybody reads: compared, hashed, looked up, or read by a rule of its own.
const LOOKED_UP =
  /\.(password|secret\d?|ticket|to|next|back|after|undo|idNumber|link|code|birthOn|failed|ended|done|sent|saved|seen|employer)$|inviteGuardianInput\.phone$|checkInBatchInput\.scans$|lookThroughInput\.pasted$/;
// What reads the database back: it takes what the forms above have let in.
const STORED =
  /:(trainingDetails|childcareDetails|screeningDetails|sessionDetails|offeringRules|priorityTier|carveOutCriteria)\./;
const read = fields.filter(({ name }) => !LOOKED_UP.test(name) && !STORED.test(name));

describe('a text field of any form', () => {
  it.each(evil)('lets nothing through that %s', async (_, typed) => {
    expect(await letThrough(read, typed)).toEqual([]);
  });

  it('is among those looked at, with plain text going in as it is', async () => {
    const taken = [];
    for (const { name, type } of read) {
      if ((await outputOf(type, '插花ABC')) === '插花ABC') taken.push(name);
    }
    expect(taken.length).toBeGreaterThan(60);
    expect(taken).toContain('scheduling/schema/manage-offering.ts:createOfferingInput.title');
  });

  it('that goes past the owner is found', async () => {
    const stray = z.strictObject({ title: z.string().trim().min(1) }).transform((f) => f);
    const found = await letThrough(fieldsOf('stray', stray), '插花\u202Efdp.exe');
    expect(found).toEqual(['stray.title']);
  });
});
