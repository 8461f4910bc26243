import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Panel } from '@/components/ui/card';
import { Breadcrumbs } from '@/components/ui/tabs';
import { changeRulesAction, saveRuleSetAction } from '@/features/conditions/actions';
import { RulesEditor } from '@/features/conditions/components/desk-rules-editor';
import { LiveRules } from '@/features/conditions/components/desk-rules-live';
import { RulesPreviewPanel } from '@/features/conditions/components/desk-rules-preview';
import { KeepRules, SaveRules } from '@/features/conditions/components/desk-rules-save';
import { openRulesEditor } from '@/features/conditions/queries/rules-editor';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '改条件' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EditConditionsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const base = `/desk/offerings/${id}/conditions`;
  const ctx = await requireStaff(`${base}/edit`);
  const editor = await openRulesEditor(ctx, id, await searchParams);
  const { offering, choices, draft, words, changes, preview, against } = editor;
  if (editor.over) redirect(base);
  const proposed = { offeringId: id, kind: offering.kind, values: draft.values };
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: base },
          { label: '改条件' },
        ]}
      />
      <PageHead title="改条件">先预览影响，再保存。已给的名额不收回。</PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_400px]">
        <RulesEditor
          base={`${base}/edit`}
          kind={offering.kind}
          draft={draft}
          choices={choices}
          against={against}
          previewed={preview !== null}
        />
        <div className="flex flex-col gap-4">
          <Panel title="条件预览">
            <LiveRules formId="rules" kind={offering.kind} names={editor.names} words={words} />
          </Panel>
          {preview && <RulesPreviewPanel preview={preview} changes={changes} />}
          {preview && changes.length > 0 && (
            <SaveRules
              {...proposed}
              action={changeRulesAction}
              version={offering.rulesVersion}
              needsReason={editor.booked}
              nobody={preview.fitting === 0}
            />
          )}
          {preview && <KeepRules {...proposed} action={saveRuleSetAction} />}
        </div>
      </div>
    </DeskMain>
  );
}
