import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { addFirmAction, removeFirmAction } from '../actions';
import type { FoundingScreen } from '../queries/foundings';
import { WhichFounding } from './step-forms';

const early = ['lead', 'applied', 'approved', 'members'];

/** The employers that found it; a joint union takes more until candidates are reported. */
export function FirmsPanel({ founding }: { founding: FoundingScreen }) {
  const { firms, form, step } = founding;
  const mayChange =
    founding.kind === 'founding' &&
    form === 'joint_union' &&
    early.includes(step) &&
    founding.mayTake('applied');
  return (
    <Panel title="单位" note={`${firms.length} 家`}>
      <ul className="flex flex-col gap-1">
        {firms.map(({ id, name, staffCount }) => (
          <li key={id}>
            <TextLink href={`/desk/register/${id}`}>{name}</TextLink>
            {staffCount !== null && <span className="text-ink-2"> 职工 {staffCount} 人</span>}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className="mt-4">
          <Disclosures>
            <Form action={addFirmAction} part="add" fold={foldOf('加一家单位', firms.length < 2)}>
              <WhichFounding founding={founding} />
              <TextField
                name="firm"
                label="信用代码或单位全称"
                maxLength={80}
                hint="要先登记进企业台账"
                className="mb-3"
              />
              <SubmitButton block={false} small variant="secondary">
                加进来
              </SubmitButton>
            </Form>
            {firms.length > 1 && (
              <Form action={removeFirmAction} part="remove" fold={foldOf('去掉一家')}>
                <WhichFounding founding={founding} />
                <SelectField
                  name="employerId"
                  label="去掉哪家"
                  placeholder="请选"
                  className="mb-3"
                  options={firms.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <SubmitButton block={false} small variant="secondary">
                  去掉
                </SubmitButton>
              </Form>
            )}
          </Disclosures>
        </div>
      )}
    </Panel>
  );
}
