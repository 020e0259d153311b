import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('./icons/', import.meta.url)

// The styles draw these by themselves, as a mask, where a list would else say them 350 times for a phone and hide them on a desk.
const drawnByStyles = ['home', 'thinking', 'family', 'drugs', 'work', 'money', 'health']
const box = 24

/** All drawings in one file that a browser keeps for a year: `i-` for icons, `g-` for status shapes, `wordmark`; `v-` for views of it. */
export const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${readdirSync(folder).sort().map(symbol).join('')}${views()}</svg>`

/** Where the sprite is served. Its name changes with its content, and is short: a list of 50 people says it 350 times. */
export const spriteUrl = `/assets/i-${createHash('sha256').update(sprite).digest('hex').slice(0, 8)}.svg`

/** The files carry their own colour so that they can be looked at alone; in the sprite the page's colour rules. */
function symbol(file: string): string {
  const svg = readFileSync(new URL(file, folder), 'utf8')
  const viewBox = /viewBox="([^"]+)"/.exec(svg)![1]
  // A mark inside a filled shape is the colour of the paper, which is black in a dark high-contrast theme.
  const content = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')).replaceAll('#fff', 'var(--tl-paper,#fff)')
  return `<symbol id="${idOf(file.slice(0, -'.svg'.length))}" viewBox="${viewBox}">${content}</symbol>`
}

function views(): string {
  const drawn = drawnByStyles.map((name, at) => {
    const x = at * box
    return `<view id="v-${name}" viewBox="${x} 0 ${box} ${box}"/><use href="#i-${name}" x="${x}" width="${box}" height="${box}"/>`
  })
  return `<g fill="none" stroke="#000" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${drawn.join('')}</g>`
}

function idOf(name: string): string {
  if (name === 'word' || name === 'mark') return name
  return name.startsWith('status-') ? `g-${name.slice('status-'.length)}` : `i-${name}`
}
