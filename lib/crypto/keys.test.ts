import { describe, expect, it } from 'vitest';
import { testSecrets } from '@/db/testing/secrets';
import { blindIndex } from './blind-index';
import { openField, sealField } from './field';
import { documentIndex, keptForm, phoneIndex, searchedWords } from './indexes';
import { makeChecks, WrongKeys, wrongKeys } from './key-check';
import { authSecret, deriveKey, fieldKeys, indexKeys, linkKey, parseKeyQueue } from './keys';

const secret = Buffer.from(testSecrets.APP_SECRET, 'base64');

describe('the keys of this process', () => {
  it('are the ones that were set, each for one use', () => {
    expect(fieldKeys()).toEqual([{ id: 'k1', bytes: Buffer.alloc(32, 2) }]);
    expect(indexKeys()).toEqual([{ id: 'k1', bytes: Buffer.alloc(32, 3) }]);
    expect(linkKey()).toEqual(deriveKey(secret, 'link'));
    expect(authSecret()).toBe(deriveKey(secret, 'next-auth').toString('base64'));
    expect(linkKey()).toBe(linkKey());
  });
  it('stand in a queue with the one in use first', () => {
    const [newer, older] = [Buffer.alloc(32, 8), Buffer.alloc(32, 9)];
    const text = `k2:${newer.toString('base64')}, k1:${older.toString('base64')}`;
    expect(parseKeyQueue(text)).toEqual([
      { id: 'k2', bytes: newer },
      { id: 'k1', bytes: older },
    ]);
  });
});

describe('what a person is found by', () => {
  it('is the number under the key of indexes, apart by kind of document', () => {
    expect(phoneIndex('13900000001')).toBe(blindIndex('phone', '13900000001', indexKeys()));
    expect(documentIndex('passport', 'E1')).toBe(
      blindIndex('document|passport', 'E1', indexKeys()),
    );
    expect(documentIndex('passport', 'E1')).not.toBe(documentIndex('resident_id', 'E1'));
  });
});

describe('what is sealed outside the database', () => {
  it('opens for its own account only, and a kept form is no search', () => {
    const sealed = sealField('电工', keptForm('a'));
    expect(openField(sealed, keptForm('a'))).toBe('电工');
    expect(() => openField(sealed, keptForm('b'))).toThrow();
    expect(() => openField(sealed, searchedWords('a'))).toThrow();
  });
});

describe('keys held against the values kept with the data', () => {
  const other = parseKeyQueue(`k1:${Buffer.alloc(32, 9).toString('base64')}`);
  const good = {
    fields: fieldKeys(),
    indexes: indexKeys(),
    secret: testSecrets.APP_SECRET,
  };
  const kept = makeChecks(good);

  it('fit when they are the same, and where nothing was kept yet', () => {
    expect(wrongKeys(kept, good)).toEqual([]);
    expect(wrongKeys(kept)).toEqual([]);
    expect(wrongKeys({}, { ...good, fields: other })).toEqual([]);
  });
  it.each([
    ['FIELD_KEYS', { fields: other }],
    ['INDEX_KEYS', { indexes: other }],
    ['APP_SECRET', { secret: Buffer.alloc(32, 9).toString('base64') }],
  ])('are wrong one by one: %s', (name, more) => {
    expect(wrongKeys(kept, { ...good, ...more })).toEqual([name]);
  });
  it('are wrong when the sealed value opens to something else', () => {
    const place = { table: 'key_checks', column: 'value', rowId: 'FIELD_KEYS' };
    expect(wrongKeys({ FIELD_KEYS: sealField('另一个', place) }, good)).toEqual(['FIELD_KEYS']);
  });
  it('fit while an older key waits behind the new one', () => {
    const fresh = parseKeyQueue(`k2:${Buffer.alloc(32, 9).toString('base64')}`);
    const changed = {
      ...good,
      fields: [...fresh, ...good.fields] as const,
      indexes: [...fresh, ...good.indexes] as const,
    };
    expect(wrongKeys(kept, changed)).toEqual([]);
  });
  it('are named in the refusal with what to do about each', () => {
    const { message } = new WrongKeys(['APP_SECRET']);
    expect(message).toMatch(
      /^不能启动[\s\S]*Cannot start[\s\S]*- APP_SECRET：[\s\S]*secret:accept/,
    );
    expect(message).not.toContain('FIELD_KEYS');
  });
});
