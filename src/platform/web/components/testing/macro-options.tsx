import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/** What GOV.UK's macros are called with in the fixtures: as loose as Nunjucks is. */
// biome-ignore lint/suspicious/noExplicitAny: macro options have no types
export type Options = Record<string, any>

/** The text of an option that may be given as HTML. */
export function content(options: Options | undefined, text = 'text', html = 'html'): Child {
  if (!options) return undefined
  return options[html] ? raw(options[html]) : options[text]
}

/** The same with its class and attributes, as our slots take it. */
export function slot(options: Options | undefined) {
  if (!options) return undefined
  const { isPageHeading, headingLevel, visuallyHiddenText: prefix } = options
  const text = content(options)
  if (!text) return undefined
  return { text, ...look(options), isPageHeading, headingLevel, prefix }
}

export function look(options: Options) {
  return { class: options['classes'], attributes: options['attributes'] }
}

/** What every field shares. */
export function field(options: Options) {
  const { name, id, describedBy, formGroup = {} } = options
  return {
    name,
    id,
    describedBy,
    ...look(options),
    label: slot(options['label']),
    hint: slot(options['hint']),
    error: slot(options['errorMessage']),
    formGroup: look(formGroup),
    before: content(formGroup.beforeInput ?? formGroup.beforeInputs),
    after: content(formGroup.afterInput ?? formGroup.afterInputs),
    value: options['value'],
    rows: options['rows'],
    spellcheck: options['spellcheck'],
    autocomplete: options['autocomplete'],
    isDisabled: options['disabled'],
  }
}

export function fieldset(options: Options) {
  const given = options['fieldset']
  if (!given) return {}
  return { legend: slot(given.legend), fieldset: { ...look(given), describedBy: given.describedBy } }
}

/** An item that may lead somewhere. */
export function link(o: Options | null) {
  return (
    o && {
      ...look(o),
      text: content(o),
      href: o['href'],
      hiddenText: o['visuallyHiddenText'],
      isCurrent: o['current'],
      isActive: o['active'],
    }
  )
}
