import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { decideFold } from '../ui/decide-bar';
import { foldOf } from '../ui/disclosure';
import { FormContext } from './form-context';
import { FieldsFold, FormFold } from './form-fold';
import type { FormState } from './form-state';
import { TextField } from './text-field';

const bar = decideFold({ id: 'reject', label: '不予通过', title: '不予通过' });
const refused: FormState = {
  status: 'invalid',
  fieldErrors: { reason: '最多200个字，请精简' },
  values: { reason: '写了很久的原因' },
};

// What a page shows that was posted without a script: nothing opens it afterwards.
const page = (state: FormState, fold = bar) =>
  renderToStaticMarkup(
    <FormContext value={state}>
      <FormFold fold={fold}>
        <TextField name="reason" label="原因" />
      </FormFold>
    </FormContext>,
  );

describe('a form in a fold', () => {
  it.each([
    ['of the bar of decisions', bar],
    ['of a list', foldOf('收回')],
  ])('%s is shut at first, and open with the text and its error once refused', (_, fold) => {
    expect(page({ status: 'idle' }, fold)).not.toMatch(/<details open/);
    const html = page(refused, fold);
    expect(html).toMatch(/<details open=""/);
    expect(html).toContain('value="写了很久的原因"');
    expect(html).toContain('错误：最多200个字，请精简');
  });

  it('is open for a refusal that belongs to no field', () => {
    expect(page({ status: 'refused', code: 'stale', message: '已由他人处理' })).toMatch(
      /<details open/,
    );
  });

  it('of some fields opens only for an error of one of them', () => {
    const part = (names: string[]) =>
      renderToStaticMarkup(
        <FormContext value={refused}>
          <FieldsFold fold={foldOf('更多')} names={names}>
            <TextField name={names[0] ?? ''} label="内容" />
          </FieldsFold>
        </FormContext>,
      );
    expect(part(['reason'])).toMatch(/<details open/);
    expect(part(['phone'])).not.toMatch(/<details open/);
  });
});

const sources = import.meta.glob<string>(
  ['../../{app,components,features}/**/*.tsx', '!**/*.test.tsx'],
  { eager: true, query: '?raw', import: 'default' },
);
const folds = /<(details|Disclosure)\b(?:(?!<\/\1>)[\s\S])*<\/\1>/g;
const holdsFields = /<(?:[A-Z]\w*)?(?:Form|Field|TextArea|CheckboxGroup)\b/;

it('no form and no field stands in a fold that a refusal does not open', () => {
  const shut = Object.entries(sources).flatMap(([path, text]) =>
    (text.match(folds) ?? []).some((fold) => holdsFields.test(fold)) ? [path] : [],
  );
  expect(Object.keys(sources).length).toBeGreaterThan(300);
  expect(shut).toEqual([]);
});
