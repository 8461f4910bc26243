import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { VersionField } from '@/components/forms/version-field';
import { Panel } from '@/components/ui/card';
import { KeyFacts } from '@/components/ui/disclosure';
import { OrganisationSelect } from '@/features/organisations/components/organisation-select';
import type { OrganisationChoice } from '@/features/organisations/queries/organisation-choices';
import { newId } from '@/lib/ids';
import { addSegmentAction, changeSegmentAction } from '../actions';
import type { SegmentView } from '../queries/segments';
import type { SegmentLine } from '../rules/segment-words';
import type { SegmentDefinition } from '../schema/definition';
import { SegmentLines } from './segment-lines';

interface SaveProps {
  segment?: Pick<SegmentView, 'id' | 'name' | 'version'>;
  keepers: readonly OrganisationChoice[];
  definition: SegmentDefinition;
  lines: readonly SegmentLine[];
  /** Members of the officer's own scope that fit today. */
  count: number;
}

/** What was counted, and the form that keeps exactly that. */
export function SegmentSave({ segment, keepers, definition, lines, count }: SaveProps) {
  return (
    <div className="flex flex-col gap-4">
      <KeyFacts facts={[{ value: `${count} 人`, label: '您管理范围内现在符合的会员' }]} />
      <Panel title="保存数过的这些条件" note="上面再改过的，请先再看一次人数">
        <SegmentLines lines={lines} />
        <Form
          action={segment ? changeSegmentAction : addSegmentAction}
          idempotencyKey={newId()}
          part="save"
          className="mt-4 max-w-form"
          aria-label="保存人群"
        >
          {segment && <input type="hidden" name="segmentId" value={segment.id} />}
          {segment && <VersionField version={segment.version} />}
          <input type="hidden" name="definition" value={JSON.stringify(definition)} />
          <FieldStack>
            <TextField
              name="name"
              label="名称"
              maxLength={30}
              defaultValue={segment?.name}
              hint="只有干部看得到，如：半年没登录的外卖骑手"
            />
            {!segment && (
              <OrganisationSelect
                label="由哪个单位管理"
                hint="它和下级工会都能用，各自只看到自己的会员"
                choices={keepers}
              />
            )}
            <SubmitButton block={false} pendingText="保存中…">
              保存人群
            </SubmitButton>
          </FieldStack>
        </Form>
      </Panel>
    </div>
  );
}
