import type { BookPlaceInput } from '../schema/booking';
import type { Kind } from '../schema/offering';

export interface PickUpPerson {
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
}

/** The people who may fetch the child, as far as all three parts are filled in; at most three (domain.md §3.2). */
export function pickUpPeople(input: BookPlaceInput): PickUpPerson[] {
  const rows = [
    [input.pickUpName1, input.pickUpRelation1, input.pickUpPhone1],
    [input.pickUpName2, input.pickUpRelation2, input.pickUpPhone2],
    [input.pickUpName3, input.pickUpRelation3, input.pickUpPhone3],
  ];
  return rows.flatMap(([name, relation, phone]) =>
    name && relation && phone ? [{ name, relation, phone }] : [],
  );
}

const half = (parts: readonly (string | null)[]) => parts.some(Boolean) && !parts.every(Boolean);

/** What is missing in the answers, by field; empty when all is well. Nothing is asked that the offering does not ask. */
export function missingAnswers(
  offering: { kind: Kind; asksHealthNotes: boolean },
  input: BookPlaceInput,
): Record<string, string> {
  const missing: Record<string, string> = {};
  if (offering.kind === 'screening' && !input.screeningConsent) {
    missing.screeningConsent = '请先勾选同意，再提交预约';
  }
  if (input.healthNotes && !input.healthConsent) {
    missing.healthConsent = '填了健康提示，要先勾选同意；也可以清空不填';
  }
  for (const n of [1, 2, 3] as const) {
    const parts = [input[`pickUpName${n}`], input[`pickUpRelation${n}`], input[`pickUpPhone${n}`]];
    if (half(parts)) missing[`pickUpName${n}`] = '姓名、关系、电话要填全，或者都不填';
  }
  return missing;
}
