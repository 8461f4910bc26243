import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { markDifferentAction } from '../actions';
import type { Pair } from '../queries/pair';
import { obstacleWords } from '../rules/obstacles';
import { MergeEmployersForm, MergePeopleForm } from './merge-form';

function Merge({ pair, confirmed }: { pair: Pair; confirmed: boolean }) {
  if (pair.obstacles.length > 0) {
    return (
      <Notice tone="warning">
        现在不能合并：
        <ul className="list-disc pl-5">
          {pair.obstacles.map((code) => (
            <li key={code}>{obstacleWords[code]}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (!confirmed) {
    const here = encodeURIComponent(`/desk/duplicates/${pair.id}`);
    return (
      <p>
        合并要先<TextLink href={`/staff/confirm?next=${here}`}>输入动态码</TextLink>。
      </p>
    );
  }
  if (pair.people) return <MergePeopleForm pairId={pair.id} sides={pair.people} />;
  return pair.employers && <MergeEmployersForm pairId={pair.id} sides={pair.employers} />;
}

/** The whole numbers, for the call: on the member's page, where each look is recorded. */
function Members({ pair: { people } }: { pair: Pair }) {
  const members = (people ?? []).filter(({ memberNo }) => memberNo !== null);
  if (members.length === 0) return null;
  return (
    <p className="mb-3 text-ink-2">
      打电话核实：
      {members.map(({ id, union }) => (
        <TextLink key={id} href={`/desk/members/${id}`}>
          {union ?? ''}的会员页
        </TextLink>
      ))}
      能查看完整号码，留记录。
    </p>
  );
}

/** Two after all: not asked again while both say the same. */
function Different({ pairId }: { pairId: string }) {
  return (
    <Panel title="不是同一个">
      <Form action={markDifferentAction} part="different" aria-label="不是同一个">
        <input type="hidden" name="pairId" value={pairId} />
        <FieldStack>
          <TextField
            name="reason"
            label="怎么看出不是同一个"
            hint="两条资料都没变，就不再提示"
            maxLength={100}
          />
          <SubmitButton block={false} variant="secondary">
            记下，不是同一个
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}

/** The two answers to a pair: one, or two. */
export function DecidePair({ pair, confirmed }: { pair: Pair; confirmed: boolean }) {
  return (
    <div className="grid items-start gap-4">
      <Panel title="是同一个">
        <Members pair={pair} />
        <Merge pair={pair} confirmed={confirmed} />
      </Panel>
      {pair.status === 'open' && <Different pairId={pair.id} />}
    </div>
  );
}
