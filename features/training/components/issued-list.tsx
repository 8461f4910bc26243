import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { flushFold } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import { formatFullDay } from '@/lib/dates';
import type { Completion } from '../queries/course-certificates';
import { checkPath } from '../rules/certificate-drawing';
import { PrintAll } from './print-all';

interface Props {
  completion: Completion;
  revoke: FormAction;
  reissue: FormAction;
  /** Why the last printing was refused. */
  refused: string | undefined;
  /** The address of the page, to come back to. */
  here: string;
}

function EndForm({ id, action, verb }: { id: string; action: FormAction; verb: string }) {
  return (
    <Form action={action} part={`${verb}-${id}`} fold={flushFold(verb)}>
      <input type="hidden" name="certificateId" value={id} />
      <TextField
        name="reason"
        label={`${verb}的原因`}
        hint="本人会看到"
        maxLength={100}
        autoComplete="off"
      />
      <SubmitButton variant="secondary" small block={false} className="mt-3">
        {verb}
      </SubmitButton>
    </Form>
  );
}

/** What was issued for a session; a revoked one stays listed with its reason. */
export function IssuedList({ completion, revoke, reissue, refused, here }: Props) {
  const { issued } = completion;
  if (issued.length === 0) return null;
  return (
    <Panel title="已发的证书" note={`${issued.length} 张`}>
      <PrintAll
        sessionId={completion.door.id}
        count={issued.filter((c) => c.revokedAt === null).length}
        refused={refused}
        here={here}
      />
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
              <div className="-mx-4">
                <EndForm id={c.id} action={revoke} verb="作废" />
                <EndForm id={c.id} action={reissue} verb="重发" />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
