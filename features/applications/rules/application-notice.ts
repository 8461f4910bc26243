/** A notice before it is addressed: `notify(tx, {accountId, ...notice})`. */
export interface ApplicationNotice {
  readonly title: string;
  readonly body: string;
  readonly link: string;
  /** One SMS with its signature (≤ 70 字); says nothing of the person. */
  readonly sms?: { template: string; params: Record<string, string>; text: string };
  /** A receipt: never unread. */
  readonly quiet?: boolean;
  readonly dedupeKey: string;
}

/** What a notice says of an application. */
export interface Case {
  readonly id: string;
  readonly number: string;
  /** The version after the change: the same notice is never sent twice for it. */
  readonly version: number;
}

/** Undo recalls by this prefix what one change of one application has sent. */
export const noticeKey = (c: Pick<Case, 'id' | 'version'>): string =>
  `application:${c.id}:${c.version}:`;

/** The text message of a notice: its template at the provider, with the same words in plain. */
export const messageOf = (
  template: string,
  params: Record<string, string>,
  words: string,
): ApplicationNotice['sms'] => ({
  template: `membership_${template}`,
  params,
  text: words,
});

/** Where the worker reads on: the page of the application. */
export const caseLink = (c: Case): string => `/applications/${c.id}`;
