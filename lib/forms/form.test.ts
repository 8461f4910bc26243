import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cameTwice, echo, fieldErrorsOf, formToObject } from './form';

const schema = z.strictObject({ name: z.string(), age: z.coerce.number('请填写年龄') });
const errorsOf = (input: unknown) => {
  const parsed = schema.safeParse(input);
  return parsed.success ? {} : fieldErrorsOf(parsed.error);
};

describe('what stands beside a field', () => {
  it('is Chinese, also for what no correct page sends', () => {
    expect(errorsOf({ age: 'x' })).toEqual({
      name: '这一项没有填好，请重新填写',
      age: '请填写年龄',
    });
    expect(errorsOf([])).toEqual({ form: '表单里有不认识的内容，请刷新后重填' });
    expect(errorsOf({ name: 'a', age: 1, role: 'system_admin' })).toEqual({
      form: '表单里有不认识的内容，请刷新后重填',
    });
  });
});

describe('a form', () => {
  it('of two hundred thousand fields is read in one pass (N28)', () => {
    const form = new FormData();
    for (let n = 0; n < 200_000; n++) form.append(n % 2 ? 'same' : `f${n}`, String(n));
    const made = formToObject(form);
    expect(made.same).toHaveLength(100_000);
    expect(Object.keys(made)).toHaveLength(100_001);
  });

  it('holds no file that was not chosen, sent with script or without; an empty one that was chosen stays', () => {
    const form = new FormData();
    form.append('plain', new File([], '', { type: 'application/octet-stream' }));
    form.append('script', new File([], 'undefined', { type: 'application/octet-stream' }));
    form.append('chosen', new File([], '名单.csv'));
    form.append('many', new File([], ''));
    form.append('many', new File(['x'], 'a.jpg'));
    expect(Object.keys(formToObject(form))).toEqual(['chosen', 'many']);
    expect(formToObject(form).many).toBeInstanceOf(File);
  });

  it('tells a field that came twice where one is meant (N34)', () => {
    const form = new FormData();
    for (const name of ['name', 'name', 'age', 'tags', 'tags']) form.append(name, '1');
    const made = formToObject(form);
    const twice = (shape: z.ZodRawShape) => {
      const { error } = z.object(shape).safeParse(made);
      return error ? cameTwice(made, error) : false;
    };
    expect(twice({ name: z.string() })).toBe(true);
    expect(twice({ name: z.literal('1') })).toBe(true);
    expect(twice({ name: z.coerce.number() })).toBe(true);
    expect(twice({ age: z.uuid(), tags: z.array(z.string()) })).toBe(false);
    expect(twice({ tags: z.array(z.string()).max(1) })).toBe(false);
  });

  it('is an object without prototype, whose secrets and files are never shown again', () => {
    const form = new FormData();
    form.append('__proto__', 'x');
    form.append('name', '陈一帆');
    form.append('code', '123456');
    form.append('file', new File(['x'], 'a.txt'));
    form.append('$ACTION_ID_1', '');
    const made = formToObject(form);
    expect(Object.getPrototypeOf(made)).toBeNull();
    expect(({} as Record<string, unknown>).name).toBeUndefined();
    expect(echo(made, ['code'])).not.toHaveProperty('code');
    expect(echo(made, ['code'])).not.toHaveProperty('file');
    expect(echo(made, ['code'])).toHaveProperty('name', '陈一帆');
  });
});
