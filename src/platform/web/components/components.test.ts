import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Layout } from '../layout.tsx'
import type { Assets } from '../page-context.ts'
import { initialsOf, Link, problemOf, safeHref } from './index.ts'
import { FormParts } from './testing/gallery-forms.tsx'
import { ReleaseList } from './testing/release-list.tsx'
import { aPage } from './testing/serve-page.ts'

const assets: Assets = {
  styles: '/assets/throughline-0123456789.css',
  script: '/assets/throughline-0123456789.js',
  wing: '/assets/wing-0123456789.js',
  wingWorker: '/assets/wing-worker-0123456789.js',
  left: '/assets/left-0123456789.js',
  sprite: '/assets/sprite-0123456789.svg',
  icon: '/assets/mark-0123456789.svg',
  fonts: ['/assets/a-0123456789.woff2', '/assets/b-0123456789.woff2'],
  find: () => undefined,
}

test.each([
  ['/people/1', '/people/1'],
  ['?sort=name', '?sort=name'],
  ['#reason', '#reason'],
  ['https://example.org/a?b=1', 'https://example.org/a?b=1'],
  ['mailto:amira@example.org', 'mailto:amira@example.org'],
  ['tel:01632960118', 'tel:01632960118'],
  ['/a:b', '/a:b'],
  ['javascript:alert(1)', '#'],
  [' JavaScript:alert(1)', '#'],
  ['java\tscript:alert(1)', '#'],
  ['\u0001javascript:alert(1)', '#'],
  ['data:text/html,<script>alert(1)</script>', '#'],
  ['vbscript:msgbox(1)', '#'],
  ['blob:https://example.org/1', '#'],
  ['file:///etc/passwd', '#'],
])('a link to %j leads to %j', (address, expected) => {
  expect(safeHref(address)).toBe(expected)
})

test('what people typed is never read as HTML, in text or in an attribute', () => {
  const typed = '"><script>alert(1)</script>'

  const html = String(Link({ href: `/people?name=${typed}`, attributes: { 'data-name': typed }, children: typed }))

  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;')
})

test('form controls speak the language of the page', () => {
  const inDutch = String(Layout({ page: aPage(assets, { locale: 'nl' }), title: '', children: FormParts() as never }))

  expect(inDutch).toContain('Fout:')
  expect(inDutch).toContain('data-i18n.show-password="Toon"')
  expect(inDutch).toContain('data-i18n.characters-under-limit.other="Nog %{count} tekens over"')
  expect(inDutch).toContain('>Maand<')
  expect(inDutch).not.toMatch(/Error:|>Show<|>Month</)
})

test('a list of 50 people weighs less than 10 KB', () => {
  const page = `${Layout({ page: aPage(assets), title: 'Release list', print: 'wide', children: ReleaseList({ people: 50 }) as never })}`
  expect(gzipSync(page, { level: 6 }).length).toBeLessThan(10_000)
})

test.each([
  ['Wexley Probation', 'WP'],
  ['Brightwater', 'BR'],
  ['HMP Fernhall', 'HF'],
  ['St Anne’s Lodge', 'SA'],
  ['Élan', 'ÉL'],
  ['', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('a problem is said beside its own field, in the words of the page', () => {
  const problems = [{ field: 'reason', message: 'reason.missing' }]
  const say = (key: string) => ({ 'reason.missing': 'Say why' })[key]!

  expect(problemOf(problems, 'reason', say)).toBe('Say why')
  expect(problemOf(problems, 'agency', say)).toBeUndefined()
})
