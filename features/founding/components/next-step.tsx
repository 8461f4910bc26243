import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { formatFullDay } from '@/lib/dates';
import { abandonFoundingAction } from '../actions';
import type { FoundingScreen } from '../queries/foundings';
import { isPastStopping, nextStep, stepName } from '../rules/kinds';
import type { FoundingStep } from '../rules/steps';
import { AssemblyForm } from './assembly-form';
import {
  CertifyForm,
  EstablishForm,
  MembersForm,
  PaperForm,
  RenewForm,
  ReportForm,
  WhichFounding,
} from './step-forms';

interface NextProps {
  founding: FoundingScreen;
  today: string;
}

function formOf(step: FoundingStep, props: NextProps) {
  if (step === 'members') return <MembersForm {...props} />;
  if (step === 'candidates') return <ReportForm {...props} />;
  if (step === 'assembly') return <AssemblyForm {...props} />;
  if (step === 'founded') return <EstablishForm {...props} />;
  if (step === 'certified')
    return props.founding.kind === 'founding' ? (
      <CertifyForm {...props} />
    ) : (
      <RenewForm {...props} />
    );
  return <PaperForm {...props} step={step} />;
}

/** What the founding came to: the union in the tree, its term, and who may follow. */
export function FoundedNotice({ founding }: { founding: FoundingScreen }) {
  const { organisationId, facts, followers, kind } = founding;
  if (!organisationId || !facts.founded || kind !== 'founding') return null;
  return (
    <Notice tone="success" className="mb-4">
      工会已成立，任期 {facts.founded.term} 年，到 {formatFullDay(facts.founded.endsOn)}。
      <TextLink href={`/desk/organisations?id=${organisationId}`}>在组织树里看，印入会码</TextLink>
      。<TextLink href={`/desk/organisations/${organisationId}/offices`}>任期和任职</TextLink>
      {followers > 0 &&
        `。网上会员之家里有 ${followers} 名会员在这些单位，可以请他们扫新工会的入会码办转会。`}
    </Notice>
  );
}

/** Steps that may be taken once more, folded away. */
function Again({ founding, today }: NextProps) {
  const { step, kind } = founding;
  const stop = kind === 'founding' ? '不建了，终止' : '不办了，终止';
  const recount = ['members', 'candidates'].includes(step);
  const again = step === 'candidates' || step === 'assembly';
  return (
    <Disclosures>
      {recount && (
        <MembersForm founding={founding} today={today} fold={foldOf('重新核实会员人数')} />
      )}
      {again && (
        <ReportForm founding={founding} today={today} fold={foldOf('换了候选人，重新报审')} />
      )}
      {step === 'assembly' && (
        <AssemblyForm founding={founding} today={today} fold={foldOf('再开一次大会')} />
      )}
      <Form action={abandonFoundingAction} part="abandon" fold={foldOf(stop)}>
        <WhichFounding founding={founding} />
        <TextField name="reason" label="为什么" maxLength={100} className="mb-3" />
        <SubmitButton block={false} small variant="danger">
          终止
        </SubmitButton>
      </Form>
    </Disclosures>
  );
}

/** The one step that comes next, for who may take it; the others read whom it waits for. */
export function NextStep({ founding, today }: NextProps) {
  const next = nextStep(founding.kind, founding.step);
  const mayGoOn = founding.mayTake('applied') && !isPastStopping(founding.kind, founding.step);
  return (
    <>
      {next && (
        <Panel title={`下一步：${stepName(founding.kind, next)}`}>
          {founding.mayTake(next) ? (
            formOf(next, { founding, today })
          ) : (
            <p className="text-ink-2">等组织部照批复登记。批复到了请交给组织部。</p>
          )}
        </Panel>
      )}
      {mayGoOn && <Again founding={founding} today={today} />}
    </>
  );
}
