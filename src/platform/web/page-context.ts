import type { Locale } from '../words.ts'

/** What every page needs to know, besides its own content. Made once a request. */
export interface PageContext {
  locale: Locale
  /** The address of this page, with its query. */
  path: string
  /** Of the content security policy, for the rare script that is written in the page. */
  nonce: string
  isDemonstration: boolean
  assets: Assets
  /** For the printed line. */
  now: Date
  /** Who signed in; left out on pages for everybody. */
  reader?: Reader
  /** Where the page hears that something changed: server-sent events that carry no personal data. */
  liveUrl?: string
  /** Seconds until the session ends when nothing is asked for; brings the warning. */
  sessionEndsInSeconds?: number
  /** How long before its end; two minutes where it is left out. A page that is watched more than touched says more. */
  sessionWarningInSeconds?: number
}

export interface Reader {
  name: string
  roleName: string
  agencyName: string
  navigation: readonly { href: string; text: string; isCurrent: boolean }[]
  /** Signed in on a computer that several people use: the way to stop stays in view, and an idle page leaves by itself. */
  isShared?: boolean
}

/** One built file. Its name carries a hash of its content, so it may be kept for a year. */
export interface Asset {
  type: string
  body: Buffer
}

/** Addresses of the built files, below `/assets/`, and the files themselves. */
export interface Assets {
  styles: string
  script: string
  /** The script of key work notes on a wing without a network, and the worker that opens their page there. */
  wing: string
  wingWorker: string
  /** The script of the page after signing out. */
  left: string
  sprite: string
  /** The mark for the browser's tab. */
  icon: string
  /** The two fonts of every page, to be asked for early. */
  fonts: readonly string[]
  /** @param name - what follows `/assets/`. */
  find(name: string): Asset | undefined
}
