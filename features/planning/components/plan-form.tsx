import { CheckboxField } from '@/components/forms/checkbox-field';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { WhenRefused } from '@/components/forms/when-refused';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { ConditionChoices } from '@/features/offerings/queries/form-choices';
import { OrganisationSelect } from '@/features/organisations/components/organisation-select';
import type { OrganisationChoice } from '@/features/organisations/queries/organisation-choices';
import { FeeFields } from '@/features/scheduling/components/desk-fee-fields';
import { venueOptions } from '@/features/venues/components/venue-fields';
import type { VenueChoice } from '@/features/venues/queries/venues';
import { planOfferingAction } from '../actions';
import type { OpenedPlan } from '../queries/plan-form';
import { weekdayChoices } from '../rules/row-values';
import { PlanConditions } from './plan-conditions';
import { PlanMore } from './plan-more';
import { PlanRows } from './plan-rows';

interface PlanFormProps {
  opened: OpenedPlan;
  template: string | undefined;
  organisers: readonly OrganisationChoice[];
  venues: readonly VenueChoice[];
  choices: ConditionChoices;
  stamp: string;
}

function What({ opened, organisers }: Pick<PlanFormProps, 'opened' | 'organisers'>) {
  return (
    <Panel title="是什么">
      <FieldStack>
        <div className="grid items-end gap-4 lg:grid-cols-2">
          <div className={opened.kind === 'childcare' ? undefined : 'lg:col-span-2'}>
            <TextField name="title" label="名称" maxLength={40} autoFocus />
          </div>
          {opened.kind === 'childcare' && (
            <TextField
              name="term"
              label="期次"
              maxLength={20}
              hint="同一期次里，一个孩子只报一个班"
            />
          )}
          <OrganisationSelect label="组织单位" choices={organisers} />
          <TextField name="contactPhone" label="咨询电话" type="tel" maxLength={20} />
        </div>
        <FeeFields />
      </FieldStack>
    </Panel>
  );
}

/** Second of the three screens: what, when and where, who, what is asked and who looks after it. */
export function PlanForm({ opened, template, organisers, venues, choices, stamp }: PlanFormProps) {
  const { kind, values, earlier } = opened;
  const had = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('weekdays_') ? String(value) : [],
  );
  return (
    <Form
      action={planOfferingAction}
      initial={{ status: 'idle', values }}
      idempotencyKey={stamp}
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="template" value={template ?? ''} />
      <input type="hidden" name="like" value={earlier?.id ?? ''} />
      <What opened={opened} organisers={organisers} />
      <Panel
        title="什么时候、在哪里"
        note={
          <>
            地点先<TextLink href="/desk/venues">登记</TextLink>再选，未登记的写在“具体位置”
          </>
        }
      >
        <FieldStack>
          <PlanRows
            venues={venues.length > 0 ? venueOptions(venues) : undefined}
            weekdays={weekdayChoices(had)}
          />
          <WhenRefused code="venue_used">
            <CheckboxField name="evenSo" label="仍用这个地点" />
          </WhenRefused>
          <CheckboxField
            name="skipHolidays"
            label="法定节假日、调休不上"
            hint="按“设置”里的工作日历，跨多天的班用"
          />
          <div className="grid items-end gap-4 sm:grid-cols-2 lg:max-w-[640px]">
            <DateField kind="datetime-local" name="bookingOpensAt" label="开始报名" />
            <DateField
              kind="datetime-local"
              name="bookingClosesAt"
              label="截止报名"
              optional
              hint="不填就是第一场前一天傍晚"
            />
          </div>
        </FieldStack>
      </Panel>
      <PlanConditions opened={opened} choices={choices} />
      <PlanMore opened={opened} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton block={false} pendingText="保存中…">
          保存，去核对
        </SubmitButton>
        <LinkButton variant="secondary" href="/desk/offerings/new">
          返回
        </LinkButton>
      </div>
    </Form>
  );
}
