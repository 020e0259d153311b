import { expect, test } from 'vitest'
import { IdentityBar } from './components/index.ts'
import { aPage } from './components/testing/serve-page.ts'
import { Layout } from './layout.tsx'
import type { Assets, PageContext } from './page-context.ts'

const assets: Assets = {
  styles: '/s.css',
  script: '/s.js',
  wing: '/w.js',
  wingWorker: '/ww.js',
  left: '/l.js',
  sprite: '/s.svg',
  icon: '/m.svg',
  fonts: [],
  find: () => undefined,
}
const draw = (changes: Partial<PageContext> = {}, props: Partial<Parameters<typeof Layout>[0]> = {}) =>
  String(Layout({ page: aPage(assets, changes), title: 'Referral, Danny Okafor', ...props }))

test('a page with problems is heard as such first', () => {
  expect(draw({}, { hasProblems: true })).toContain('<title>Error: Referral, Danny Okafor – Throughline</title>')
  expect(draw({ locale: 'it' }, { hasProblems: true })).toContain('<title>Errore: Referral')
  expect(draw()).toContain('<title>Referral, Danny Okafor – Throughline</title>')
})

test.each([
  ['en', 'en-GB', 'Skip to main content', 'Sign out', 'Monday 23 November 2026 at 10:45'],
  ['it', 'it-IT', 'Vai al contenuto principale', 'Esci', 'lunedì 23 novembre 2026'],
  ['nl', 'nl-NL', 'Naar de inhoud', 'Uitloggen', 'maandag 23 november 2026'],
] as const)('the frame speaks %s', (locale, tag, skip, out, printed) => {
  const html = draw({ locale })

  expect(html).toContain(`<html lang="${tag}"`)
  for (const words of [skip, out, printed]) expect(html).toContain(words)
})

test('signing out is posted, because it changes something', () => {
  expect(draw()).toMatch(/<form method="post" action="\/sign-out"><button type="submit"/)
})

test('a link to another language leads back to this page', () => {
  const html = draw({ path: '/people?name=O’Neil&page=2' })

  expect(html).toContain('href="/language/it?back=%2Fpeople%3Fname%3DO%E2%80%99Neil%26page%3D2"')
  expect(html).toContain('<span aria-current="true">English</span>')
})

test('who has not signed in sees no name, no menu and no way to sign out', () => {
  const { reader: _, ...page } = aPage(assets)

  const html = String(Layout({ page, title: 'Sign in' }))

  expect(html).not.toMatch(/sign-out|Amira|service-navigation/)
})

test('the demonstration says so on every page, and the real thing does not', () => {
  expect(draw()).toContain('Every person, place and number here is made up.')
  expect(draw({ isDemonstration: false })).not.toContain('Demonstration')
})

test('nothing is styled or run from within the page, so the content security policy can forbid it', () => {
  const identity = IdentityBar({ label: 'Person', name: 'Danny', facts: [] })

  const html = draw({ liveUrl: '/live', sessionEndsInSeconds: 900 }, { identity })

  expect(html).not.toMatch(/\sstyle=|\son\w+=|<style/)
  expect(html.match(/<script[^>]*>[^<]/)).toBeNull()
})

test('the warning before the session ends is only for who signed in', () => {
  expect(draw({ sessionEndsInSeconds: 900 })).toContain('data-session-ends-in="900"')
  expect(draw()).not.toContain('<dialog')
})

test('a page on paper says who printed it, of which agency, and when by the server’s clock', () => {
  expect(draw()).toMatch(/class="tl-printed">Printed Monday 23 November 2026 at 10:45 by [^<]+, HMP Fernhall\./)
  expect(draw({ locale: 'it' })).toMatch(/class="tl-printed">Stampato [^<]+, HMP Fernhall\./)
})
