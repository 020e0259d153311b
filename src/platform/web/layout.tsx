import type { Child, PropsWithChildren } from 'hono/jsx'
import { languageTags } from '../words.ts'
import { frameWords, PageLocale } from './components/page-locale.ts'
import { ServiceNavigation } from './components/service-navigation.tsx'
import { SkipLink } from './components/skip-link.tsx'
import { Demonstration, Footer, Header, idlePage, Printed, TimeOut } from './frame.tsx'
import type { PageContext } from './page-context.ts'

export type LayoutProps = PropsWithChildren<{
  page: PageContext
  /** The page, then the person: "Referral, Danny Okafor". */
  title: string
  /** Puts "Error:" first in the title, so that it is heard first. */
  hasProblems?: boolean | undefined
  /** Who this is: an `IdentityBar`, full width above the page. */
  identity?: Child
  /** The pages about this person: a `SubNavigation`. */
  subNavigation?: Child
  /**
   * `wide` prints across the paper; `passport` prints as A5 without the frame; `nameless` leaves out who printed it; `form` is filled in
   * and handed in, so that nothing on it says that it is old tomorrow.
   */
  print?: 'wide' | 'passport' | 'nameless' | 'form' | undefined
  /** The person's or a kiosk's page: no menu of the workers' site. */
  isWithoutMenu?: boolean | undefined
}>

/** The frame of every page: language, title, who I am, menu, main part, footer, and the line that paper carries. */
export function Layout(props: LayoutProps) {
  const { page, title, hasProblems, identity, subNavigation, print, isWithoutMenu, children } = props
  const say = frameWords(page.locale)
  const { reader, assets } = page
  return (
    <PageLocale.Provider value={page.locale}>
      <html lang={languageTags[page.locale]} class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <title>{`${hasProblems ? say('error-title', { title }) : title} – Throughline`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="theme-color" content="#0e4a5a" />
          <link rel="stylesheet" href={assets.styles} />
          {assets.fonts.map((href) => (
            <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
          <link rel="icon" href={assets.icon} type="image/svg+xml" />
          <script type="module" src={assets.script} />
          {reader?.isShared && (
            <noscript>
              <meta http-equiv="refresh" content={`${page.sessionEndsInSeconds};url=${idlePage}`} />
            </noscript>
          )}
        </head>
        <body
          class={
            print === 'wide' || print === 'passport'
              ? `govuk-template__body ${print === 'wide' ? 'tl-is-wide' : 'tl-is-pass'}`
              : 'govuk-template__body'
          }
          data-live-url={page.liveUrl}
        >
          <SkipLink href="#main">{say('skip-to-main')}</SkipLink>
          {page.isDemonstration && <Demonstration say={say} />}
          <Header page={page} say={say} />
          {reader && !isWithoutMenu && <ServiceNavigation navigation={reader.navigation} collapsesWithoutScript />}
          {identity}
          {subNavigation && <div class="govuk-width-container">{subNavigation}</div>}
          <div class="govuk-width-container">
            <main class="govuk-main-wrapper" id="main">
              {print !== 'passport' && print !== 'form' && (
                <Printed page={page} say={say} isNameless={print === 'nameless'} />
              )}
              {children}
            </main>
          </div>
          <Footer page={page} say={say} />
          {reader && page.sessionEndsInSeconds && <TimeOut page={page} say={say} />}
        </body>
      </html>
    </PageLocale.Provider>
  )
}
