export interface Sms {
  /** Eleven digits, mainland. */
  readonly phone: string;
  /** Our name of the template, such as `login_code`; the provider maps it to its own id. */
  readonly templateCode: string;
  /** In the order in which the registered template numbers them. */
  readonly params: Readonly<Record<string, string>>;
  /** The whole text as the person reads it. */
  readonly text: string;
  /** The outbox row: the provider returns it in delivery reports, so that a duplicate is recognised. */
  readonly idempotencyKey: string;
}

/** `retryable` says whether the same message may succeed later; `code` is safe to log. */
export type SmsOutcome =
  | { ok: true; providerId: string }
  | { ok: false; retryable: boolean; code: string };

/** Hands one text message to a carrier. Never throws: what went wrong is in the outcome. */
export interface SmsProvider {
  readonly name: string;
  send(sms: Sms): Promise<SmsOutcome>;
}

/** What both carriers need: an account, a registered signature, and our templates under their ids. */
export interface CarrierAccount {
  readonly keyId: string;
  readonly keySecret: string;
  readonly signName: string;
  readonly templateId: (templateCode: string) => string | null;
  readonly endpoint?: string;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}
