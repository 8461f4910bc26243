import { beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '../matrix/actors';
import { actionRows } from '../matrix/expectations/actions';
import { findPlaces, type Places } from '../matrix/places';
import { fill, holderOf } from './fill';

let places: Places;
beforeAll(async () => {
  places = await findPlaces();
});

const odd = {
  'NUL and control characters': 'a\u0000b\u0007',
  'ten thousand characters': '长'.repeat(10_000),
  script: '<script>alert(1)</script>',
  emoji: '😀👨‍👩‍👧',
  'rare characters': '𬭊㛃𠮷䶮',
  'a quotation': "'; drop table accounts; --",
  'a wait': "1') or pg_sleep(30) is null --",
  'marks of a pattern': '%_\\%',
  'half a character': '\ud83d',
  nothing: '',
};

// What a person types; ids and versions are tried in the addresses.
const typed = /name|note|reason|title|place|answer|school|summary|value|password|phone|code/i;

/** Whatever is typed into whatever field: refused beside it or kept as it is, never an error of ours. */
describe('odd text in every field (N17)', () => {
  test.each(Object.keys(actionRows))('%s', async (name) => {
    const actor = holderOf(name);
    const who = await visitor(actor);
    const fields = Object.keys(actionRows[name]?.input(places, who) ?? {});
    for (const field of fields.filter((one) => typed.test(one))) {
      for (const [what, text] of Object.entries(odd)) {
        const code = await fill(name, actor, who, places, { [field]: text });
        expect(['unexpected', 'busy'], `${field}: ${what}`).not.toContain(code);
      }
    }
  });
});
