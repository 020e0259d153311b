import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { prepareAssets } from './assets.ts'
import { Gallery } from './components/testing/gallery.tsx'
import { aPage } from './components/testing/serve-page.ts'
import { sprite } from './sprite.ts'

const folder = mkdtempSync(join(tmpdir(), 'assets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a first visit takes less than 65 KB: what is built leaves 7 KB for the page', async () => {
  const assets = await prepareAssets(folder)
  const sizeOf = (url: string) => gzipSync(assets.find(url.slice('/assets/'.length))!.body, { level: 9 }).length

  const sizes = {
    styles: sizeOf(assets.styles),
    script: sizeOf(assets.script),
    sprite: sizeOf(assets.sprite),
    fonts: assets.fonts.reduce((sum, url) => sum + sizeOf(url), 0),
  }

  console.log('gzip bytes at first visit', sizes)
  expect(sizes.styles).toBeLessThan(21_500)
  expect(sizes.script).toBeLessThan(8_500)
  expect(sizes.styles + sizes.script + sizes.sprite + sizes.fonts).toBeLessThan(57_900)
})

test('a warm start builds nothing: the files and their names stay', async () => {
  const cold = await prepareAssets(folder)
  const before = readdirSync(folder).sort()

  const startedAt = performance.now()
  const warm = await prepareAssets(folder)

  expect(performance.now() - startedAt).toBeLessThan(300)
  expect(warm.styles).toBe(cold.styles)
  expect(readdirSync(folder).sort()).toEqual(before)
})

test('a built file that was lost is made again', async () => {
  const { styles } = await prepareAssets(folder)
  const file = join(folder, styles.slice('/assets/'.length))
  const before = readFileSync(file)
  rmSync(file)

  await prepareAssets(folder)

  expect(readFileSync(file)).toEqual(before)
})

test('every class of ours that a page says has a style', async () => {
  const assets = await prepareAssets(folder)
  const css = assets.find(assets.styles.slice('/assets/'.length))!.body.toString()
  const views = globSync('src/**/*.tsx').filter((path) => !path.includes('/testing/'))

  const said = views.flatMap(
    (path) => readFileSync(path, 'utf8').match(/(?<=class="[^"{]*)(tl-[\w-]+|govuk-![\w-]+)/g) ?? [],
  )

  expect(said.length).toBeGreaterThan(500)
  expect([...new Set(said)].filter((name) => !css.includes(`.${name}`))).toEqual([])
})

test('every address in the styles is one of the built files', async () => {
  const assets = await prepareAssets(folder)

  const css = assets.find(assets.styles.slice('/assets/'.length))!.body.toString()
  const addresses = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, address]) =>
    address!.replaceAll('"', '').replace(/#.*/, ''),
  )

  expect(addresses.length).toBeGreaterThan(3)
  expect(addresses.filter((address) => !assets.find(address.slice('/assets/'.length)))).toEqual([])
})

test('nothing that is built or drawn wears the crown, a crest, or the state’s typeface', async () => {
  const assets = await prepareAssets(folder)
  const sources = ['layout.tsx', 'frame.tsx'].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  const built = [assets.styles, assets.script].map((url) => assets.find(url.slice('/assets/'.length))!.body.toString())

  // "GOV.UK Frontend" is what the library calls itself in messages for developers.
  const everything = [...sources, ...built, sprite, String(Gallery({ page: aPage(assets) }))].join('\n')

  expect(
    everything.match(
      /crown|crest|gds.?transport|govuk-logo|govuk-header|gov\.uk(?! frontend)|open government licence/i,
    )?.[0],
  ).toBeUndefined()
})

test('the scripts keep to their types', () => {
  const tsc = () => execFileSync('node_modules/.bin/tsc', ['-p', 'src/platform/web/scripts'], { encoding: 'utf8' })

  expect(tsc()).toBe('')
})
