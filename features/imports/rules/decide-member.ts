import { maskPhone } from '@/lib/format';
import { type FieldChange, rowPlan as plan, type RowPlan } from './book-row';
import type { MemberLine } from './member-line';

/** Who has this document already. */
export interface KnownPerson {
  readonly personId: string;
  readonly accountId: string;
  readonly name: string | null;
  /** From a book, and has not signed in. */
  readonly unclaimed: boolean;
  readonly samePhone: boolean;
  /** Masked; empty where the account has none. */
  readonly phone: string;
  readonly membership: {
    readonly id: string;
    readonly organisationId: string;
    readonly unionName: string;
    readonly occupationCode: string;
    readonly occupation: string;
    readonly employerName: string | null;
    readonly joinedOn: string;
  } | null;
}

/** What stands in the database about one row. */
export interface MemberFacts {
  readonly person: KnownPerson | null;
  /** Another account has this phone. */
  readonly phoneTaken: boolean;
  /** An application with this document lies with a union. */
  readonly applied: boolean;
  /** It is the officer's own or their family's. */
  readonly own: boolean;
  /** Names for showing: of the occupation in the book. */
  readonly occupation: string;
  /** The row of the file that has the same document, or the same phone, before this one. */
  readonly sameDocument: number | null;
  readonly samePhone: number | null;
}

/** What a book may change of a member: blank cells change nothing, a phone only while nobody signed in with it. */
function changesOf(line: MemberLine, person: KnownPerson, facts: MemberFacts): FieldChange[] {
  const at = person.membership;
  const changes: FieldChange[] = [];
  if (line.phone !== '' && !person.samePhone && person.unclaimed && !facts.phoneTaken)
    changes.push({
      field: 'phone',
      label: '手机号',
      before: person.phone,
      after: maskPhone(line.phone),
    });
  if (at && line.occupationCode !== null && line.occupationCode !== at.occupationCode)
    changes.push({
      field: 'occupation',
      label: '职业',
      before: at.occupation,
      after: facts.occupation,
    });
  if (at && line.employerName !== null && line.employerName !== at.employerName)
    changes.push({
      field: 'employerName',
      label: '工作单位',
      before: at.employerName ?? '',
      after: line.employerName,
    });
  return changes;
}

/** What is different and is not a book's to change. */
function differences(line: MemberLine, person: KnownPerson, facts: MemberFacts): string[] {
  const at = person.membership;
  const words: string[] = [];
  if (line.phone !== '' && !person.samePhone && (!person.unclaimed || facts.phoneTaken))
    words.push(
      person.unclaimed
        ? '表里的手机号已有别人登录在用，请核对'
        : '手机号和本人登录用的不同，请本人自己更换',
    );
  if (at && line.joinedOn !== null && line.joinedOn !== at.joinedOn)
    words.push(`入会日期：库里 ${at.joinedOn}，表里 ${line.joinedOn}`);
  return words;
}

function ofMember(line: MemberLine, person: KnownPerson, facts: MemberFacts): RowPlan {
  const changes = changesOf(line, person, facts);
  const words = differences(line, person, facts);
  if (person.name !== null && person.name !== line.name) {
    const name = { field: 'name', label: '姓名', before: person.name, after: line.name };
    const say = person.unclaimed
      ? '证件号一样，姓名不同，选用哪一个'
      : '证件号一样，姓名不同。要改请走资料更正';
    const choices = person.unclaimed
      ? (['skip', 'write', 'use_book'] as const)
      : (['skip', 'write'] as const);
    return plan('conflict', choices, [say, ...words], [name, ...changes]);
  }
  if (words.length > 0)
    return plan('conflict', changes.length > 0 ? ['skip', 'write'] : ['skip'], words, changes);
  return changes.length > 0
    ? plan('update', ['write', 'skip'], [], changes)
    : plan('same', ['skip']);
}

/**
 * What would become of one row, without a look at the others. Pure: the facts are read before, at the review
 * and again at the writing, and both come here.
 */
export function decideMember(line: MemberLine, facts: MemberFacts): RowPlan {
  if (line.problems.length > 0) return plan('error', ['skip'], line.problems);
  if (facts.sameDocument !== null)
    return plan(
      'twice',
      ['skip'],
      [`和第 ${facts.sameDocument} 行是同一个证件号，只用第 ${facts.sameDocument} 行`],
    );
  if (facts.samePhone !== null)
    return plan('error', ['skip'], [`手机号和第 ${facts.samePhone} 行相同，请核对是谁的`]);
  if (facts.own) return plan('error', ['skip'], ['这是您本人或家人，请由别的干部办理']);
  const { person } = facts;
  if (person?.membership) {
    if (person.membership.organisationId !== line.organisationId)
      return plan(
        'conflict',
        ['skip'],
        [`会籍在${person.membership.unionName}，一个人只有一份会籍。请本人转会`],
      );
    return ofMember(line, person, facts);
  }
  if (facts.applied) return plan('conflict', ['skip'], ['本人正在网上申请入会，请在审批里办理']);
  if (line.phone !== '' && facts.phoneTaken && !person)
    return plan(
      'conflict',
      ['skip', 'without_phone'],
      ['这个手机号已有人登录在用。可以不带手机号写入，本人再到柜台绑定'],
    );
  if (person && person.name !== null && person.name !== line.name)
    return plan('conflict', ['skip'], [`库里这个证件号的姓名是${person.name}，请先核对`]);
  return plan('new', ['write', 'skip']);
}
