import { FieldStack } from '@/components/forms/field-stack';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { saveIndustryAction } from '@/features/applications/actions';
import { QuestionForm } from '@/features/applications/components/question-form';
import { QuestionPage } from '@/features/applications/components/question-page';
import { getJoining } from '@/features/applications/queries/joining';
import { pageQuery } from '@/features/applications/schema/joining';
import { industryLabel, preselectedUnion } from '@/features/members/rules/industries';
import { listIndustryFederations } from '@/features/organisations/queries/find-unions';
import { requireMember } from '@/lib/auth/session';

export const metadata = { title: '在哪个行业 · 入会申请' };

export default async function IndustryPage({
  searchParams,
}: PageProps<'/join/workplace/industry'>) {
  const { from } = pageQuery.parse(await searchParams);
  const ctx = await requireMember('/join/workplace/industry');
  const unions = await listIndustryFederations(ctx);
  const query = from ? `?from=${from}` : '';
  return (
    <QuestionPage joining={await getJoining(ctx)} backHref={`/join/workplace${query}`}>
      {(form) => (
        <QuestionForm action={saveIndustryAction} question="workplace" from={from} form={form}>
          <FieldStack>
            <RadioGroup
              name="organisationId"
              label="您在哪个行业接单？"
              heading
              hint="同时跑几个平台的，选收入多的那一个。"
              options={unions.map((union) => ({
                value: union.id,
                label: industryLabel(union.name, union.industry),
                hint: `加入${union.name}`,
              }))}
              defaultValue={preselectedUnion(unions, form)}
            />
            <TextField
              name="employerName"
              label="接单平台和站点"
              optional
              hint="例如：中心站"
              defaultValue={form?.employerName ?? undefined}
              maxLength={60}
            />
          </FieldStack>
          <p className="mt-4">
            <TextLink href={`/join/workplace/town${query}`}>不是这些行业</TextLink>
          </p>
        </QuestionForm>
      )}
    </QuestionPage>
  );
}
