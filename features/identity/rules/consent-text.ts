/** The very words a person agreed to, under a version that changes with them. */
export interface ConsentText {
  readonly purpose: string;
  readonly version: string;
  readonly body: string;
}
