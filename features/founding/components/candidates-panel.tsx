import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Panel } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { nameCandidateAction, withdrawCandidateAction } from '../actions';
import type { FoundingScreen } from '../queries/foundings';
import { electedOf, majorityOf } from '../rules/assembly';
import { postLabels, tieLabels } from '../rules/ties';
import { WhichFounding } from './step-forms';

type Candidate = FoundingScreen['candidates'][number];

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

function result(founding: FoundingScreen, { id, withdrawnReason }: Candidate): string {
  const { assembly, candidates } = founding.facts;
  if (withdrawnReason) return `已换下：${withdrawnReason}`;
  if (!assembly) return candidates?.ids.includes(id) ? '已报审' : '没有报审';
  const votes = assembly.votes[id];
  if (votes === undefined) return '没有参选';
  if (votes < majorityOf(assembly.due)) return `${votes} 票，没过半`;
  const asked = { due: assembly.due, seats: candidates?.seats ?? 0 };
  const won = electedOf(founding.candidates, assembly.votes, asked);
  return `${votes} 票，${won.some((one) => one.id === id) ? '当选' : '过半，名额已满'}`;
}

function NameForm({ founding }: { founding: FoundingScreen }) {
  return (
    <Form action={nameCandidateAction} part="name" fold={foldOf('提名候选人')}>
      <WhichFounding founding={founding} />
      <FieldStack>
        <TextField name="name" label="姓名" maxLength={30} />
        <SelectField name="post" label="职务" placeholder="请选" options={options(postLabels)} />
        <CheckboxGroup
          name="ties"
          label="是不是下面的人"
          optional
          hint="有近亲属关系的不能进委员会；其余的不能当主席"
          options={options(tieLabels)}
        />
        <SubmitButton block={false} small>
          提名
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

function WithdrawForm({
  founding,
  live,
}: {
  founding: FoundingScreen;
  live: readonly Candidate[];
}) {
  return (
    <Form action={withdrawCandidateAction} part="withdraw" fold={foldOf('换下候选人')}>
      <WhichFounding founding={founding} />
      <FieldStack>
        <SelectField
          name="candidateId"
          label="换下谁"
          placeholder="请选"
          options={live.map(({ id, name, post }) => ({
            value: id,
            label: `${name}（${postLabels[post]}）`,
          }))}
        />
        <TextField name="reason" label="为什么" maxLength={100} />
        <SubmitButton block={false} small variant="secondary">
          换下
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** Candidates and, after the assembly, how each came out. */
export function CandidatesPanel(props: { founding: FoundingScreen; mayChange: boolean }) {
  const { founding, mayChange } = props;
  const { candidates } = founding;
  const live = candidates.filter(({ withdrawnReason }) => withdrawnReason === null);
  if (candidates.length === 0 && !mayChange) return null;
  return (
    <Panel title="候选人" note="改动后要重新报审">
      <DataTable
        caption="候选人"
        rows={candidates}
        keyOf={({ id }) => id}
        columns={[
          { head: '姓名', cell: ({ name }) => name },
          { head: '职务', cell: ({ post }) => postLabels[post] },
          {
            head: '在单位的身份',
            cell: ({ ties }) => ties.map((tie) => tieLabels[tie]).join('、') || '职工',
          },
          { head: '结果', cell: (one) => result(founding, one) },
        ]}
        empty={<EmptyState icon="users" title="还没有提名" />}
      />
      {mayChange && (
        <div className="mt-4">
          <Disclosures>
            <NameForm founding={founding} />
            {live.length > 0 && <WithdrawForm founding={founding} live={live} />}
          </Disclosures>
        </div>
      )}
    </Panel>
  );
}
