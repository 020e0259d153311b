const voidTags = 'area base br col embed hr img input link meta param source track wbr'.split(' ')

/**
 * HTML in one normal form: attributes and classes in order of name, white space folded, one way to write empty elements and
 * characters. Two texts with the same normal form are the same document.
 */
export function normalHtml(html: string): string {
  const parts: string[] = []
  const token =
    /<!--[\s\S]*?-->|<\/([a-zA-Z][\w-]*)\s*>|<([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*(\/?)>/g
  let from = 0
  for (const match of html.matchAll(token)) {
    parts.push(...text(html.slice(from, match.index)))
    from = match.index + match[0].length
    const [, closed, opened, attributes = '', slash] = match
    if (closed && !voidTags.includes(closed)) parts.push(`</${closed.toLowerCase()}>`)
    if (opened) parts.push(`<${[opened.toLowerCase(), ...attributesOf(attributes)].join(' ')}>`)
    if (slash && !voidTags.includes(opened!)) parts.push(`</${opened}>`) // drawings write <path/>
    if (opened === 'textarea') {
      const end = html.indexOf('</textarea>', from)
      parts.push(decoded(html.slice(from, end)))
      from = end
    }
  }
  return [...parts, ...text(html.slice(from))].join('\n')
}

function text(raw: string): string[] {
  const folded = decoded(raw).replace(/\s+/g, ' ').trim()
  return folded ? [folded] : []
}

function attributesOf(raw: string): string[] {
  const found = raw.matchAll(/([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)
  const list = [...found].map(([, name, a, b, c]) => {
    const value = decoded(a ?? b ?? c ?? '')
    return `${name!.toLowerCase()}="${name === 'class' ? classSet(value) : value}"`
  })
  return list.filter((attribute) => attribute !== 'class=""').sort()
}

function classSet(value: string): string {
  return value.split(/\s+/).filter(Boolean).sort().join(' ')
}

function decoded(raw: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', ctdot: '⋯' }
  return raw.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (name) return named[name] ?? all
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
  })
}
