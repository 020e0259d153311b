import { Cell, Details, PageHead, Row, RowHead, Section, Table, WayOn } from '../platform/web/components/index.ts'
import { Layout } from '../platform/web/layout.tsx'
import type { PageContext } from '../platform/web/page-context.ts'
import type { Field, Route } from './reference.ts'
import { words } from './words.ts'

interface Props {
  page: PageContext
  routes: readonly Route[]
  publicUrl: string
}

const parts = ['pages', 'repeat', 'problems'] as const

/** What the API can do, drawn from its own description. */
export function ReferencePage({ page, routes, publicUrl }: Props) {
  const say = words(page.locale)
  const address = '/api/v1/openapi.json'
  return (
    <Layout page={page} title={say('title')}>
      <PageHead title={say('title')} sub={say('sub')} />
      <Section id="begin" title={say('begin.title')}>
        <p class="govuk-body">{say('begin.token')}</p>
        <p class="govuk-body">
          <code class="tl-token">curl -H 'Authorization: Bearer …' {publicUrl}/api/v1/caseload</code>
        </p>
        <p class="govuk-body">{say('begin.sight')}</p>
        <p class="govuk-body">{say('begin.audit')}</p>
        <WayOn href={address}>{say('begin.document', { address })}</WayOn>
      </Section>
      {parts.map((part) => (
        <Section id={part} title={say(`${part}.title`)}>
          <p class="govuk-body">{say(`${part}.text`)}</p>
        </Section>
      ))}
      <Section id="routes" title={say('routes.title')}>
        {routes.map((route) => (
          <RouteReference page={page} route={route} />
        ))}
      </Section>
    </Layout>
  )
}

/** The description of a field is for developers, and English in every language of the page. */
function RouteReference({ page, route }: { page: PageContext; route: Route }) {
  const say = words(page.locale)
  const { method, path, summary, takes, answers } = route
  const name = `${method} ${path}`
  return (
    <article>
      <h3 class="govuk-heading-s">
        <code class="tl-token">{name}</code>
      </h3>
      <p class="govuk-body" lang="en">
        {summary}
      </p>
      {takes.length === 0 ? (
        <p class="govuk-body">{say('takes.nothing')}</p>
      ) : (
        <Details summary={`${say('takes')}: ${name}`}>
          <Fields page={page} caption={`${say('takes')}: ${name}`} fields={takes} />
        </Details>
      )}
      {answers
        .filter(({ fields }) => fields.length > 0)
        .map(({ status, fields }) => (
          <Details summary={`${say('answers', { status })}: ${name}`}>
            <Fields page={page} caption={`${say('answers', { status })}: ${name}`} fields={fields} />
          </Details>
        ))}
      <p class="govuk-body">{say('or')}</p>
      <ul class="govuk-list govuk-list--bullet" lang="en">
        {answers
          .filter(({ fields }) => fields.length === 0)
          .map(({ status, description }) => (
            <li>
              {status}: {description}
            </li>
          ))}
      </ul>
    </article>
  )
}

function Fields({ page, caption, fields }: { page: PageContext; caption: string; fields: readonly Field[] }) {
  const say = words(page.locale)
  const hasPlace = fields.some(({ place }) => place)
  const head = [say('field'), ...(hasPlace ? [say('place')] : []), say('type'), say('about')]
  return (
    <Table caption={caption} isCaptionHidden columns={head.map((text) => ({ text }))}>
      {fields.map(({ name, place, type, isRequired, description }) => (
        <Row>
          <RowHead>
            <code class="tl-token">{name}</code>
          </RowHead>
          {hasPlace && <Cell label={say('place')}>{`${place}${isRequired ? `, ${say('required')}` : ''}`}</Cell>}
          <Cell label={say('type')}>
            <span lang="en" class="tl-token">
              {type}
            </span>
          </Cell>
          <Cell label={say('about')}>
            <span lang="en">{description}</span>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
