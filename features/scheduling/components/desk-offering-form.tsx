import type { ReactNode } from 'react';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { VersionField } from '@/components/forms/version-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { ConditionFields } from '@/features/conditions/components/desk-condition-fields';
import type { ConditionChoices } from '@/features/offerings/queries/form-choices';
import type { Kind } from '@/features/offerings/schema/offering';
import { OrganisationSelect } from '@/features/organisations/components/organisation-select';
import type { OrganisationChoice } from '@/features/organisations/queries/organisation-choices';
import type { FormValues } from '../rules/offering-form';
import { FeeFields } from './desk-fee-fields';

interface OfferingFormProps {
  action: FormAction;
  kind: Kind;
  values: FormValues;
  choices: ConditionChoices;
  /** Fields that only this kind has; the page brings them from the kind's own feature. */
  children: ReactNode;
  /** A new one: where the officer may make it. */
  organisers?: readonly OrganisationChoice[];
  /** A stored one. */
  stored?: { id: string; version: number };
  idempotencyKey?: string;
  backHref: string;
}

const BookingFields = ({ isNew }: { isNew: boolean }) => (
  <FieldStack>
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <DateField kind="datetime-local" name="bookingOpensAt" label="开始报名" />
      <DateField kind="datetime-local" name="bookingClosesAt" label="截止报名" />
    </div>
    <TextField
      name="cancelHours"
      label="开始前多少小时可以自己取消"
      inputMode="numeric"
      maxLength={3}
    />
    <CheckboxField
      name="needsApproval"
      label="报名要审核"
      hint="审核期间名额为报名的人留着，由组织单位在收件箱处理"
    />
    {isNew && (
      <TextField
        name="waitlistMax"
        label="每场最多多少人候补"
        optional
        inputMode="numeric"
        maxLength={5}
        hint="不填就不限，填 0 就是满了不候补"
      />
    )}
    <RadioGroup
      name="reminders"
      label="上课前提醒"
      options={[
        { value: 'each', label: '每次前一天傍晚' },
        { value: 'gap', label: '第一次，和隔了几天再上的那一次' },
        { value: 'first', label: '只有第一次' },
      ]}
    />
    <RadioGroup
      name="movedSilence"
      label="改了时间，本人到时没答复"
      options={[
        { value: 'keep', label: '名额为他留着' },
        { value: 'release', label: '名额给下一位' },
      ]}
    />
    <RadioGroup
      name="visibility"
      label="谁能看到"
      options={[
        { value: 'all', label: '所有人' },
        { value: 'subtree', label: '只有组织单位及下级工会的会员' },
      ]}
    />
  </FieldStack>
);

/** Everything about an offering on one page, three panels; saved as a draft until published. */
export function OfferingForm(props: OfferingFormProps) {
  const { action, kind, values, choices, organisers, stored } = props;
  const initial = { status: 'idle' as const, values };
  return (
    <Form action={action} initial={initial} idempotencyKey={props.idempotencyKey}>
      <input type="hidden" name="kind" value={kind} />
      {stored && <input type="hidden" name="offeringId" value={stored.id} />}
      {stored && <VersionField version={stored.version} />}
      <div className="flex flex-col gap-4">
        <Panel title="内容">
          <FieldStack>
            {organisers && <OrganisationSelect label="组织单位" choices={organisers} />}
            <TextField name="title" label="名称" maxLength={40} />
            <TextField name="summary" label="一句话介绍" optional maxLength={60} />
            {props.children}
            <TextArea name="description" label="说明" optional maxLength={2000} rows={5} />
            <TextField name="bring" label="要带什么" optional maxLength={200} />
            <FeeFields />
            <TextField
              name="contactPhone"
              label="咨询电话"
              hint="发布前要填"
              type="tel"
              maxLength={20}
            />
          </FieldStack>
        </Panel>
        <Panel title="报名">
          <BookingFields isNew={!stored} />
        </Panel>
        {stored ? (
          <Panel title="谁能报">
            <p>
              改条件要写原因，保存前能看到影响谁：
              <TextLink href={`/desk/offerings/${stored.id}/conditions`}>去改条件</TextLink>
            </p>
          </Panel>
        ) : (
          <Panel title="谁能报" note="保存后在“条件”页还能加更多">
            <ConditionFields kind={kind} choices={choices} />
          </Panel>
        )}
        <div className="flex flex-wrap gap-3">
          <SubmitButton block={false}>{stored ? '保存' : '保存草稿'}</SubmitButton>
          <LinkButton variant="secondary" href={props.backHref}>
            返回
          </LinkButton>
        </div>
      </div>
    </Form>
  );
}
