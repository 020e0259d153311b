/** One form of a page, as somebody would find it. */
export interface Form {
  action: string
  fields: Field[]
}

export interface Field {
  name: string
  /** `text` takes anything; of `choice` one of the values; `hidden` and `file` are left as they are. */
  kind: 'text' | 'choice' | 'hidden' | 'file'
  values: string[]
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : plain(found)
}
const plain = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** The forms of a page that send something (POST), in the order of the page. */
export function formsIn(html: string, address: string): Form[] {
  const found: Form[] = []
  for (const [, head, inner] of html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
    if (attribute(head!, 'method')?.toLowerCase() !== 'post') continue
    found.push({ action: attribute(head!, 'action') || address, fields: fieldsIn(inner!) })
  }
  return found
}

function fieldsIn(html: string): Field[] {
  const fields = new Map<string, Field>()
  const add = (name: string | undefined, kind: Field['kind'], value: string) => {
    if (!name) return
    const field = fields.get(name) ?? { name, kind, values: [] }
    field.values.push(value)
    fields.set(name, field)
  }
  for (const [tag, inner] of html.matchAll(
    /<(?:input|button)\b[^>]*>|<textarea\b[^>]*>|<select\b[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const name = attribute(tag!, 'name')
    const value = attribute(tag!, 'value') ?? ''
    if (tag!.startsWith('<textarea')) add(name, 'text', '')
    else if (tag!.startsWith('<select'))
      for (const [option] of inner!.matchAll(/<option\b[^>]*>/g)) add(name, 'choice', attribute(option, 'value') ?? '')
    else add(name, kindOf(attribute(tag!, 'type') ?? 'text'), value)
  }
  return [...fields.values()]
}

function kindOf(type: string): Field['kind'] {
  if (type === 'hidden' || type === 'submit') return 'hidden'
  if (type === 'file') return 'file'
  return type === 'radio' || type === 'checkbox' ? 'choice' : 'text'
}
