import { CheckboxField } from '@/components/forms/checkbox-field';
import { DateField } from '@/components/forms/date-field';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Checks } from '@/components/ui/checks';
import { LinkButton } from '@/components/ui/link-button';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { canMoveOffering } from '@/features/offerings/rules/offering';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import type { readyToPublish } from '../queries/ready-to-publish';
import { nextRoundOn, shiftYears } from '../rules/copy';

interface PublishProps {
  offering: DeskOffering;
  ready: Awaited<ReturnType<typeof readyToPublish>>;
  publish: FormAction;
}

/** 有 75 多位; a few are not counted out. */
const roughWords = (n: number): string => (n === 0 ? '极少' : `有 ${n} 多位`);

/** What is missing, then the one red button. */
export function PublishPanel({ offering, ready, publish }: PublishProps) {
  const { missing, warnings, fitting, families } = ready;
  const base = `/desk/offerings/${offering.id}`;
  const lines = [
    ...missing.map((gap) => ({
      outcome: 'fail' as const,
      text: (
        <TextLink
          href={
            gap.at === 'sessions'
              ? `${base}/settings#sessions`
              : `${base}/${gap.page ?? 'edit'}#${gap.at}`
          }
        >
          {gap.text}
        </TextLink>
      ),
    })),
    ...warnings.map((text) => ({ outcome: 'warn' as const, text })),
  ];
  const count =
    fitting === null
      ? ''
      : `按现在的条件，${roughWords(fitting)}会员能报${families === null ? '' : `，其中${roughWords(families)}已登记孩子，其余要先登记`}。`;
  return (
    <Panel title={missing.length > 0 ? `还差 ${missing.length} 项才能发布` : '可以发布了'}>
      {lines.length > 0 && <Checks dense lines={lines} />}
      {missing.length === 0 && (
        <Form action={publish}>
          <input type="hidden" name="offeringId" value={offering.id} />
          <input type="hidden" name="version" value={offering.version} />
          <p className="mb-3 text-ink-2">
            {count}发布后，到开始报名的时间自动开放。
            <TextLink href={`/services/${offering.id}/preview`}>先看会员看到的样子</TextLink>
          </p>
          {warnings.length > 0 && <CheckboxField name="evenSo" label="仍要发布" />}
          <SubmitButton pendingText="发布中…">发布</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}

interface LifeProps {
  offering: DeskOffering;
  actions: { open: FormAction; close: FormAction; finish: FormAction; copy: FormAction };
}

const quiet = { small: true, block: false, variant: 'secondary' } as const;

/** Open, close, finish, copy, cancel: what may be done now, each with what it does. */
export function LifePanel({ offering: o, actions }: LifeProps) {
  const fields = { offeringId: o.id, version: String(o.version) };
  const windowOver = o.bookingClosesAt !== null && o.bookingClosesAt <= o.now;
  const over = o.lastEndsAt === null || o.lastEndsAt <= o.now;
  const may = {
    open: canMoveOffering(o.status, 'open') && o.phase !== 'open' && !windowOver && !over,
    close: canMoveOffering(o.status, 'closed') && o.phase === 'open',
    finish: canMoveOffering(o.status, 'finished') && over,
    cancel: canMoveOffering(o.status, 'cancelled'),
  };
  const firstOn = todayOn(o.live[0]?.startsAt ?? o.bookingOpensAt ?? o.now);
  const next = nextRoundOn(firstOn, o.kind === 'childcare', o.now);
  const isPlanned = o.kind !== 'screening' && o.live.length >= 1 && o.live.length <= 6;
  const years = Number(next.slice(0, 4)) - Number(firstOn.slice(0, 4));
  return (
    <Panel title="操作">
      <ul className="lines">
        {may.open && (
          <li className="py-3 first:pt-0 last:pb-0">
            <p className="mb-2 text-ink-2">不等开始时间，现在就让会员报名。</p>
            <InlineForm action={actions.open} fields={fields}>
              <SubmitButton {...quiet}>现在开放报名</SubmitButton>
            </InlineForm>
          </li>
        )}
        {may.close && (
          <li className="py-3 first:pt-0 last:pb-0">
            <p className="mb-2 text-ink-2">不再接受报名，已有的预约和候补不变。</p>
            <InlineForm action={actions.close} fields={fields}>
              <SubmitButton {...quiet}>现在截止报名</SubmitButton>
            </InlineForm>
          </li>
        )}
        {may.finish && (
          <li className="py-3 first:pt-0 last:pb-0">
            <p className="mb-2 text-ink-2">场次都已结束，归档后不能再改。</p>
            <InlineForm action={actions.finish} fields={fields}>
              <SubmitButton {...quiet}>结束归档</SubmitButton>
            </InlineForm>
          </li>
        )}
        <li className="py-3 first:pt-0 last:pb-0">
          <Form action={actions.copy} idempotencyKey={newId()} aria-label="复制">
            <input type="hidden" name="offeringId" value={o.id} />
            <DateField
              name="startsOn"
              label="复制为新草稿，第一场改到"
              defaultValue={next}
              min={todayOn(o.now)}
              className="mb-2"
            />
            <TextField
              name="title"
              label="新的名称"
              maxLength={40}
              defaultValue={shiftYears(o.title, years)}
              className="mb-2"
            />
            {o.kind === 'childcare' && (
              <TextField
                name="term"
                label="新的期次"
                maxLength={20}
                defaultValue={shiftYears(o.term ?? '', years)}
                hint="和上一期同名，上一期的孩子就不能报"
                className="mb-2"
              />
            )}
            <SubmitButton {...quiet}>复制</SubmitButton>
          </Form>
          {isPlanned && (
            <p className="mt-2">
              <TextLink href={`/desk/offerings/new/plan?like=${o.id}`} className="reach">
                在一张表里改好再复制
              </TextLink>
            </p>
          )}
        </li>
        {may.cancel && (
          <li className="py-3 first:pt-0 last:pb-0">
            <p className="mb-2 text-ink-2">
              {o.status === 'draft' ? '不办了，作废这份草稿。' : '不办了，通知所有预约和候补的人。'}
            </p>
            <LinkButton variant="danger" small href={`/desk/offerings/${o.id}/cancel`}>
              取消服务
            </LinkButton>
          </li>
        )}
      </ul>
    </Panel>
  );
}
