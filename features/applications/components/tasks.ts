import type { Task } from '@/components/ui/task-list';
import type { JoinForm } from '../queries/joining';
import { questionPath } from '../rules/paths';
import {
  type Answers,
  isAnswered,
  type JoinQuestion,
  joinQuestions,
  nextQuestion,
  questionLabels,
} from '../rules/questions';

const nothing: Answers = {
  name: null,
  idMasked: null,
  sex: null,
  birthOn: null,
  occupationCode: null,
  organisationId: null,
};

const notes: Record<JoinQuestion, (form: JoinForm) => string | null> = {
  name: (form) => form.name,
  id: (form) => form.idMasked,
  occupation: (form) => form.occupationName,
  workplace: (form) => form.employerName ?? form.unionName,
};

/** The five lines of the task list: four questions, then checking and submitting. */
export function tasksOf(form: JoinForm | null): Task[] {
  const answers = form ?? nothing;
  const open = joinQuestions.filter((question) => !isAnswered(answers, question));
  const rows = joinQuestions.map(
    (question): Task => ({
      name: questionLabels[question],
      href: questionPath(question),
      status: open.includes(question) ? 'todo' : 'done',
      note: form && notes[question](form),
    }),
  );
  const last: Task =
    open.length === 0
      ? { name: '核对并提交', href: '/join/check', status: 'todo' }
      : {
          name: '核对并提交',
          status: 'locked',
          note: `前 ${joinQuestions.length} 项填完后可以提交`,
        };
  return [...rows, last];
}

/** Where the one red button leads, and what it says. */
export function nextStepOf(form: JoinForm | null): { href: string; words: string } {
  const question = nextQuestion(form ?? nothing);
  if (question === null) return { href: '/join/check', words: '核对并提交' };
  return {
    href: questionPath(question),
    words: `${form ? '接着填' : '开始填'}${questionLabels[question]}`,
  };
}
