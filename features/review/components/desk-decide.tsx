import { joinQuestions, questionLabels } from '@/features/applications/rules/questions';
import {
  approveApplicationAction,
  rejectApplicationAction,
  sendBackApplicationAction,
} from '../actions';
import type { DeskApplication } from '../queries/desk-application';
import { isLastStep, type Sentences } from '../rules/desk';
import { DecideForms } from './decide-forms';

interface DeskDecideProps {
  application: DeskApplication;
  /** The list's address and the case after this one. */
  back: string;
  next?: string;
  /** How long a decision can be taken back. */
  note?: string;
  sentences: Sentences;
}

function approveLabel(application: DeskApplication): string {
  if (!isLastStep(application)) return '同意并转上级';
  return application.beginsProvisional ? '通过，作预备会员' : '通过';
}

/** The decisions on an application; before the last step approving passes it on. */
export function DeskDecide({ application, back, next, note, sentences }: DeskDecideProps) {
  return (
    <DecideForms
      approve={approveApplicationAction}
      sendBack={sendBackApplicationAction}
      reject={rejectApplicationAction}
      values={{ applicationId: application.id, version: application.version, back, next }}
      approveLabel={approveLabel(application)}
      fields={joinQuestions.map((name) => ({ value: name, label: questionLabels[name] }))}
      sentences={sentences}
      reader="申请人"
      note={note}
    />
  );
}
