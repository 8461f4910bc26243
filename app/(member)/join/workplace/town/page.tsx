import { FieldStack } from '@/components/forms/field-stack';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextField } from '@/components/forms/text-field';
import { saveTownAction } from '@/features/applications/actions';
import { QuestionForm } from '@/features/applications/components/question-form';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { pageQuery } from '@/features/applications/schema/joining';
import { listTowns } from '@/features/organisations/queries/organisations';
import { requireMember } from '@/lib/auth/session';

export const metadata = { title: '在哪个镇、街道 · 入会申请' };

export default async function TownPage({ searchParams }: PageProps<'/join/workplace/town'>) {
  const { from, employer } = pageQuery.parse(await searchParams);
  const ctx = await requireMember('/join/workplace/town');
  const towns = await listTowns(ctx);
  const back = `/join/workplace${from ? `?from=${from}` : ''}`;
  return (
    <QuestionPage joining={await getJoining(ctx)} backHref={back}>
      {(form) => (
        <QuestionForm action={saveTownAction} question="workplace" from={from} form={form}>
          <FieldStack>
            <RadioGroup
              name="townId"
              label="您在哪个镇、街道工作？"
              heading
              hint="先加入那里的网上会员之家；单位建了工会，会籍跟着转过去。"
              options={towns.map((town) => ({
                value: town.id,
                label: town.shortName.replace(/总工会$|工会$/, ''),
              }))}
              defaultValue={form?.route === 'town' ? (form.townId ?? '') : undefined}
            />
            <TextField
              name="employerName"
              label="单位或工作地点"
              optional
              hint="没有建工会的单位也写上，方便工会上门帮建会。"
              defaultValue={employer || (form?.employerName ?? undefined)}
              maxLength={60}
            />
          </FieldStack>
        </QuestionForm>
      )}
    </QuestionPage>
  );
}
