/**
 * What is asked at joining and nothing more (PIPL 19): sex and birth date come out of the document,
 * the phone out of the account, the union out of the workplace.
 */
export const joinQuestions = ['name', 'id', 'occupation', 'workplace'] as const;
export type JoinQuestion = (typeof joinQuestions)[number];

export const questionLabels: Record<JoinQuestion, string> = {
  name: '姓名',
  id: '证件号码',
  occupation: '职业',
  workplace: '工作单位',
};

/** The facts by which a question counts as answered. */
export interface Answers {
  readonly name: string | null;
  readonly idMasked: string | null;
  readonly sex: string | null;
  readonly birthOn: string | null;
  readonly occupationCode: string | null;
  readonly organisationId: string | null;
}

const answered: Record<JoinQuestion, (a: Answers) => boolean> = {
  name: (a) => a.name !== null,
  id: (a) => a.idMasked !== null && a.sex !== null && a.birthOn !== null,
  occupation: (a) => a.occupationCode !== null,
  workplace: (a) => a.organisationId !== null,
};

/** Whether a question needs no asking any more. */
export const isAnswered = (answers: Answers, question: JoinQuestion): boolean =>
  answered[question](answers);

/** The first question still open, or null when it is time to check and submit. */
export const nextQuestion = (answers: Answers): JoinQuestion | null =>
  joinQuestions.find((question) => !isAnswered(answers, question)) ?? null;

/** Whether everything needed for joining is there. */
export const isComplete = (answers: Answers): boolean => nextQuestion(answers) === null;

/** How many steps joining takes, the check page included. */
export const stepsTotal = joinQuestions.length + 1;
/** The number of the step, of `stepsTotal`, that a question stands in, from 1. */
export const stepOf = (question: JoinQuestion): number => joinQuestions.indexOf(question) + 1;

/** Tells the name of a question from any other word, such as one in an address. */
export const isQuestion = (text: string): text is JoinQuestion =>
  (joinQuestions as readonly string[]).includes(text);
