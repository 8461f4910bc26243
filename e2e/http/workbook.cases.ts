import { beforeAll, describe, expect, test } from 'vitest';
import { cell, workbook } from '@/lib/testing/workbook';
import { type Actor, allVisitors, type Visitor } from '../matrix/actors';
import { actionRows } from '../matrix/expectations/actions';
import { findPlaces, type Places } from '../matrix/places';
import { pathOf } from '../matrix/post-action';
import { type Answer, ask, boundary, origin } from './ask';
import { holderOf } from './fill';

const name = 'unit-lists/lookThroughListAction';
let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

/** Sends the list's form with a file, as the browser does. */
function handIn(file: Buffer): Promise<Answer> {
  const who = visitors[holderOf(name)];
  const { id, path } = pathOf(name, places);
  const fields = { ...actionRows[name]?.input(places, who), pasted: '' };
  const head = (field: string, more = '') =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${more}\r\n\r\n`;
  const typed = Object.entries(fields).map(
    ([field, value]) => `${head(`_1_${field}`)}${value}\r\n`,
  );
  const body = Buffer.concat([
    Buffer.from(typed.join('')),
    Buffer.from(head('_1_table', '; filename="list.xlsx"')),
    file,
    Buffer.from(`\r\n${head('0')}[{"status":"idle"},"$K1"]\r\n--${boundary}--\r\n`),
  ]);
  return ask(path, {
    method: 'POST',
    cookie: who.cookie,
    body,
    headers: {
      origin: origin(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'next-action': id,
      accept: 'text/x-component',
    },
  });
}

describe('a workbook sent to the running portal (N22)', () => {
  test('is read when it is one', async () => {
    const answer = await handIn(workbook(cell('A1', '甘露') + cell('A2', '韦青')));
    expect(String(answer.headers['x-action-redirect'])).toMatch(/\/desk\/unit-lists\//);
  });

  test('that is a bomb gets a sentence beside its field, and the next page comes as ever', async () => {
    const answers = await Promise.all([
      handIn(workbook(cell('XFD1048576', 'x'))),
      handIn(workbook(' '.repeat(40_000_000), { says: 1000 })),
      ask('/services'),
    ]);
    for (const { body, status } of answers.slice(0, 2)) {
      expect(status).toBe(200);
      expect(body).toMatch(/已损坏|认不出这个文件/);
    }
    expect(answers[2]?.status).toBe(200);
    expect((await ask('/api/ready')).status).toBe(200);
  });
});
