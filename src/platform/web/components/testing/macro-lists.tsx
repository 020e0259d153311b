import { raw } from 'hono/html'
import { Panel, PlainTable, ServiceNavigation, SummaryList } from '../index.ts'
import { content, link, look, type Options, slot } from './macro-options.tsx'

/** The macros that draw lists of things. */
export const lists: Record<string, (options: Options) => unknown> = {
  panel: (o) => (
    <Panel
      attributes={o['attributes']}
      class={o['classes']?.replace('govuk-panel--interruption', '')}
      isInterruption={o['classes']?.includes('govuk-panel--interruption')}
      title={content(o, 'titleText', 'titleHtml')}
      headingLevel={o['headingLevel']}
      actions={
        o['actions'] && {
          ...look(o['actions']),
          items: o['actions'].items?.map((action: Options) => ({ ...link(action), type: action['type'] })),
        }
      }
    >
      {content(o)}
    </Panel>
  ),
  table: (o) => (
    <PlainTable
      {...look(o)}
      caption={o['caption']}
      captionClass={o['captionClasses']}
      firstCellIsHeader={o['firstCellIsHeader']}
      head={o['head']?.map(cell)}
      rows={o['rows']?.map((row: Options[] | null) => (row ? row.map(cell) : null))}
    />
  ),
  'service-navigation': (o) => (
    <ServiceNavigation
      {...look(o)}
      serviceName={o['serviceName']}
      serviceUrl={o['serviceUrl']}
      label={o['ariaLabel']}
      menuText={o['menuButtonText']}
      menuLabel={o['menuButtonLabel']}
      navigationLabel={o['navigationLabel']}
      navigationId={o['navigationId']}
      navigationClass={o['navigationClasses']}
      collapsesOnPhone={o['collapseNavigationOnMobile']}
      navigation={o['navigation']?.map(link)}
      slots={slots(o['slots'])}
    />
  ),
  'summary-list': (o) => <SummaryList {...look(o)} rows={o['rows']?.map(row) ?? []} card={card(o['card'])} />,
}

function cell(o: Options) {
  return { ...look(o), text: content(o), format: o['format'], colspan: o['colspan'], rowspan: o['rowspan'] }
}

function slots(o: Options | undefined) {
  if (!o) return undefined
  const html = (text: string | undefined) => text && raw(text)
  const end = typeof o['end'] === 'object' ? o['end'] : { html: o['end'] }
  return {
    start: html(o['start']),
    end: html(end.html),
    isEndInline: end.align === 'inline',
    navigationStart: html(o['navigationStart']),
    navigationEnd: html(o['navigationEnd']),
  }
}

function row(o: Options | null) {
  if (!o) return null
  return {
    key: slot(o['key']),
    value: slot(o['value']),
    class: o['classes'],
    actions: o['actions']?.items?.map(link),
    actionsClass: o['actions']?.classes,
  }
}

function card(o: Options | undefined) {
  return (
    o && {
      ...look(o),
      title: slot(o['title']),
      actions: o['actions']?.items?.map(link),
      actionsClass: o['actions']?.classes,
    }
  )
}
