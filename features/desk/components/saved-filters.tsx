import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { InlineForm } from '@/components/forms/inline-form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Chips } from '@/components/ui/chips';
import { flushFold } from '@/components/ui/disclosure';
import { removeFilterAction, saveFilterAction } from '../actions';
import type { SavedFilter } from '../queries/saved-filters';
import { savedQuery } from '../rules/saved-query';

interface Props {
  saved: readonly SavedFilter[];
  places: readonly { id: string; name: string }[];
  /** The list's own address, without `?`. */
  back: string;
}

/** Filters under a name: one tap each; the one in use can be taken away by who saved it. */
export function SavedFilters({ saved, places, back }: Props) {
  const here = savedQuery(back);
  const current = saved.find(({ query }) => query === here);
  return (
    <div className="flex flex-col gap-2 pb-2">
      {saved.length > 0 && (
        <Chips
          label="常用筛选"
          wrap
          chips={saved.map(({ name, query, own, shared }) => ({
            label: own || !shared ? name : `${name}（${shared}）`,
            href: query === here ? '/desk' : `/desk?${query}`,
            current: query === here,
          }))}
        />
      )}
      {current?.own && (
        <InlineForm action={removeFilterAction} fields={{ filterId: current.id, back }}>
          <SubmitButton variant="secondary" small block={false} pendingText="…">
            {`删除常用筛选“${current.name}”`}
          </SubmitButton>
        </InlineForm>
      )}
      {here !== '' && !current && (
        <Form
          action={saveFilterAction}
          part="filter"
          fold={flushFold('存为常用筛选')}
          aria-label="存为常用筛选"
        >
          <input type="hidden" name="back" value={back} />
          <FieldStack>
            <TextField name="name" label="名字" hint="如：江南街道超期的" maxLength={20} />
            <SelectField
              name="shareWith"
              label="谁能用"
              options={[
                { value: '', label: '只有我' },
                ...places.map(({ id, name }) => ({ value: id, label: `${name}的干部` })),
              ]}
            />
            <SubmitButton variant="secondary" small block={false} pendingText="保存中…">
              保存
            </SubmitButton>
          </FieldStack>
        </Form>
      )}
    </div>
  );
}
