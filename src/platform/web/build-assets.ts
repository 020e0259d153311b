import { mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { build, stop } from 'esbuild'
import { compile, Logger } from 'sass'
import { hash, here, type Manifest, read, root, writeWhole } from './asset-files.ts'
import { sprite, spriteUrl } from './sprite.ts'

// A thread of its own, which ends: the compiler of the styles would else hold 34 MB as long as the program runs.
const folder: string = workerData
const firstFonts = ['atkinson-next-400.woff2', 'atkinson-next-600.woff2']
const names: string[] = []

/** Each entry is a file of its own: most pages never ask for more than the first. */
const entries = ['main', 'wing', 'wing-worker', 'left']

function keep(name: string, body: Buffer | string): string {
  const named = name.replace('HASH', hash(body))
  writeWhole(join(folder, named), body)
  names.push(named)
  return `/assets/${named}`
}

function compileStyles(fonts: Map<string, string>): string {
  const { css } = compile(join(here, 'styles/throughline.scss'), {
    loadPaths: [root],
    style: 'compressed',
    logger: Logger.silent,
  })
  return css
    .replace(/url\("?fonts\/([\w-]+\.woff2)"?\)/g, (_, name) => `url(${fonts.get(name)})`)
    .replace(/url\("?sprite\.svg(#[\w-]+)"?\)/g, (_, view) => `url(${spriteUrl}${view})`)
}

async function bundleScripts(): Promise<Record<string, Buffer>> {
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => join(here, `scripts/${name}.ts`)),
    outdir: 'built',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    write: false,
  })
  await stop()
  return Object.fromEntries(outputFiles.map(({ path, contents }) => [basename(path, '.js'), Buffer.from(contents)]))
}

mkdirSync(folder, { recursive: true })
const fontFiles = readdirSync(join(here, 'fonts')).filter((name) => name.endsWith('.woff2'))
const fonts = new Map(fontFiles.map((name) => [name, keep(name.replace('.woff2', '-HASH.woff2'), read('fonts', name))]))
const css = compileStyles(fonts)
const spriteName = spriteUrl.slice('/assets/'.length)
writeWhole(join(folder, spriteName), sprite)
names.push(spriteName)
const scripts = await bundleScripts()
const manifest: Manifest = {
  styles: keep('throughline-HASH.css', css),
  script: keep('throughline-HASH.js', scripts['main']!),
  wing: keep('wing-HASH.js', scripts['wing']!),
  wingWorker: keep('wing-worker-HASH.js', scripts['wing-worker']!),
  left: keep('left-HASH.js', scripts['left']!),
  sprite: spriteUrl,
  icon: keep('mark-HASH.svg', read('icons', 'mark.svg')),
  fonts: firstFonts.map((name) => fonts.get(name)!),
  names,
}
parentPort!.postMessage(manifest)
