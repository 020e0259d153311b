/** A rule or a permission said no. Thrown by operations; rolls the change back. */
export class Refusal extends Error {
  readonly kind: 'not found' | 'not allowed' | 'conflict' | 'too many' | 'unreadable'
  /** Stable key for the message catalogue and for API clients, e.g. `referral.already-open`. */
  readonly code: string
  /** Ids and codes that the page about it needs; never free text about people. */
  readonly details: Record<string, unknown>

  constructor(kind: Refusal['kind'], code: string, details: Record<string, unknown> = {}) {
    super(code)
    this.kind = kind
    this.code = code
    this.details = details
  }
}
