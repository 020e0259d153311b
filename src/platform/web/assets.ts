import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Asset, Assets } from './page-context.ts'
import { sprite, spriteUrl } from './sprite.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../../..')
const firstFonts = ['atkinson-next-400.woff2', 'atkinson-next-600.woff2']

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

interface Manifest extends Omit<Assets, 'find'> {
  names: string[]
}

/**
 * Styles, script, drawings and fonts, built when their sources changed since the last start.
 *
 * @param folder - where the built files are kept; made when it is missing. Files of older versions stay, for pages that
 * are still open.
 */
export async function prepareAssets(folder: string): Promise<Assets> {
  const manifestFile = join(folder, `manifest-${sourceHash()}.json`)
  const manifest = readManifest(folder, manifestFile) ?? (await build(folder))
  writeWhole(manifestFile, JSON.stringify(manifest))

  const files = new Map(manifest.names.map((name) => [name, readAsset(join(folder, name))]))
  const { styles, script, wing, wingWorker, left, icon, fonts } = manifest
  return {
    styles,
    script,
    wing,
    wingWorker,
    left,
    sprite: manifest.sprite,
    icon,
    fonts,
    find: (name) => files.get(name),
  }
}

async function build(folder: string): Promise<Manifest> {
  mkdirSync(folder, { recursive: true })
  const names: string[] = []
  const keep = (name: string, body: Buffer | string): string => {
    const named = name.replace('HASH', hash(body))
    writeWhole(join(folder, named), body)
    names.push(named)
    return `/assets/${named}`
  }

  const fonts = new Map(
    fontFiles().map((name) => [name, keep(name.replace('.woff2', '-HASH.woff2'), read('fonts', name))]),
  )
  const css = (await compileStyles()).replace(
    /url\("?fonts\/([\w-]+\.woff2)"?\)/g,
    (_, name) => `url(${fonts.get(name)})`,
  )
  writeWhole(join(folder, spriteUrl.slice('/assets/'.length)), sprite)
  names.push(spriteUrl.slice('/assets/'.length))
  const scripts = await bundleScripts()
  return {
    styles: keep('throughline-HASH.css', css),
    script: keep('throughline-HASH.js', scripts.main!),
    wing: keep('wing-HASH.js', scripts.wing!),
    wingWorker: keep('wing-worker-HASH.js', scripts['wing-worker']!),
    left: keep('left-HASH.js', scripts.left!),
    sprite: spriteUrl,
    icon: keep('mark-HASH.svg', read('icons', 'mark.svg')),
    fonts: firstFonts.map((name) => fonts.get(name)!),
    names,
  }
}

/** Sass and esbuild are loaded only when there is something to build: a warm start does without. */
async function compileStyles(): Promise<string> {
  const { compile, Logger } = await import('sass')
  return compile(join(here, 'styles/throughline.scss'), {
    loadPaths: [root],
    style: 'compressed',
    logger: Logger.silent,
  }).css
}

/** Each entry is a file of its own: most pages never ask for more than the first. */
const entries = ['main', 'wing', 'wing-worker', 'left']

async function bundleScripts(): Promise<Record<string, Buffer>> {
  const { build, stop } = await import('esbuild')
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

/** Changes when a source, or the package that a source is built with, does. */
function sourceHash(): string {
  const sources = ['styles', 'scripts', 'fonts', 'icons'].flatMap((folder) =>
    readdirSync(join(here, folder))
      .filter((name) => extname(name))
      .sort()
      .map((name) => read(folder, name)),
  )
  const packages = ['govuk-frontend', '@ministryofjustice/frontend', 'sass', 'esbuild'].map((name) =>
    readFileSync(join(root, 'node_modules', name, 'package.json')),
  )
  const builder = readFileSync(fileURLToPath(import.meta.url))
  return hash(Buffer.concat([...sources, ...packages, builder]))
}

function readManifest(folder: string, file: string): Manifest | undefined {
  if (!existsSync(file)) return undefined
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'))
  return manifest.names.every((name) => existsSync(join(folder, name))) ? manifest : undefined
}

/** Renamed into place, so that another process starting at the same moment never reads a half. */
function writeWhole(file: string, body: Buffer | string): void {
  const half = `${file}.${process.pid}.half`
  writeFileSync(half, body)
  renameSync(half, file)
}

function readAsset(file: string): Asset {
  return { type: types[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) }
}

function fontFiles(): string[] {
  return readdirSync(join(here, 'fonts')).filter((name) => name.endsWith('.woff2'))
}

function read(folder: string, name: string): Buffer {
  return readFileSync(join(here, folder, name))
}

function hash(body: Buffer | string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 10)
}
