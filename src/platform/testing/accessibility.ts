import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What a narrower window can break: the rest of a page is the same at every width. */
export const rulesOfLayout = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block']

/** Every page of the context opens with axe in it: sending its source to each page costs as much as the look itself. */
export const carryAxe = (context: BrowserContext) => context.addInitScript({ content: source })

/**
 * What axe holds against the page as it stands, with the nodes concerned.
 *
 * @param only - these rules alone; without it all of WCAG 2.2 AA and best practice.
 */
export async function violationsOn(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source)
  const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: tags }
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], iframes: false, preload: false })
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
