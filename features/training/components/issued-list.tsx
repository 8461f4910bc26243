import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import { InlineForm } from '@/features/programmes/components/desk-inline-form';
import { formatFullDay } from '@/lib/dates';
import { checkPath } from '../queries/certificates';
import type { Completion } from '../queries/course-certificates';

interface Props {
  completion: Completion;
  revoke: FormAction;
  reissue: FormAction;
}

function EndForm({ id, action, verb }: { id: string; action: FormAction; verb: string }) {
  const name = `${verb}-${id}`;
  return (
    <InlineForm action={action} fields={{ certificateId: id }} className="mt-2">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {verb}的原因<span className="font-normal text-ink-3">（本人会看到）</span>
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={name}
          name="reason"
          required
          maxLength={100}
          autoComplete="off"
          className="input min-w-0 flex-[1_1_14em]"
        />
        <SubmitButton variant="secondary" small block={false}>
          {verb}
        </SubmitButton>
      </div>
    </InlineForm>
  );
}

/** What was issued for a session; a revoked one stays listed with its reason. */
export function IssuedList({ completion, revoke, reissue }: Props) {
  const { issued } = completion;
  if (issued.length === 0) return null;
  return (
    <Panel title="已发的证书" note={`${issued.length} 张`}>
      <ul>
        {issued.map((c) => (
          <li key={c.id} className="border-b border-line py-2">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <TextLink href={checkPath(c)}>{c.number}</TextLink>
              <b>{c.holderMasked}</b>
              <span>{formatFullDay(c.issuedOn)}</span>
              {c.revokedAt ? <Tag tone="error">已作废</Tag> : <Tag tone="success">有效</Tag>}
            </div>
            {c.revokedAt ? (
              <p className="text-secondary text-ink-2">原因：{c.revokedReason}</p>
            ) : (
              <Disclosure summary="作废或重发">
                <EndForm id={c.id} action={revoke} verb="作废" />
                <EndForm id={c.id} action={reissue} verb="重发" />
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
