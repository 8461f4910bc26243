import { TextLink } from '@/components/ui/app-link';
import { Card } from '@/components/ui/card';
import { type CheckLine, Checks } from '@/components/ui/checks';
import type { Verdict } from '../rules/decide';
import type { Check } from '../rules/facts';

function lineOf(check: Check): CheckLine {
  const { fix } = check;
  const words = fix && (fix.href ? <TextLink href={fix.href}>{fix.text}</TextLink> : fix.text);
  return { outcome: check.outcome, text: check.reason, note: check.note, fix: words };
}

interface VerdictCardProps {
  verdict: Verdict;
  /** 您, or the child's name. */
  name: string;
  /** Whether approval follows. */
  needsApproval: boolean;
}

/** 能不能报: the answer in a sentence, then each condition with how it stands and the way out. */
export function VerdictCard({ verdict, name, needsApproval }: VerdictCardProps) {
  const booked = verdict.failed?.rule === 'duplicate' ? verdict.failed : null;
  if (booked) {
    return (
      <Card pad>
        <Checks lines={[{ ...lineOf(booked), outcome: 'pass' }]} />
      </Card>
    );
  }
  const failed = verdict.checks.filter((c) => c.outcome === 'fail').length;
  // The hour alone is no fault of the person's: they fit, and know from when.
  const early = failed === 1 && verdict.failed?.rule === 'window' ? verdict.failed : null;
  return (
    <Card pad>
      <p className="mb-1">
        {verdict.eligible ? (
          <>
            <b>{name}可以报名</b>
            {needsApproval ? '，报名后由组织单位审核，名额先留着。' : '。'}
          </>
        ) : early ? (
          <>
            <b>{name}符合条件</b>，{early.reason}。
          </>
        ) : (
          <>
            <b>{name}暂时不能报</b>，有 {failed} 项不符合。
          </>
        )}
      </p>
      <Checks
        lines={verdict.checks.map((check) =>
          check === early ? { ...lineOf(check), outcome: 'warn' } : lineOf(check),
        )}
      />
    </Card>
  );
}
