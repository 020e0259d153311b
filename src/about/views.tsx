import type { Child } from 'hono/jsx'
import { agencyKindLabel, type Partnership } from '../agencies/index.ts'
import { Cell, Row, RowHead, Section, Table, WayOn } from '../platform/web/components/index.ts'
import { Layout } from '../platform/web/layout.tsx'
import type { PageContext } from '../platform/web/page-context.ts'
import type { PagePart, StaticPage } from './pages.ts'
import type { Grant } from './queries.ts'
import { words } from './words.ts'

interface Props {
  page: PageContext
  about: StaticPage
  may?: ReadonlySet<string> | undefined
  /** After the parts. */
  children?: Child
}

export function AboutPage({ page, about, may, children }: Props) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say(about.title)}>
      <h1 class="govuk-heading-l">{say(about.title)}</h1>
      <p class="govuk-body-l">{say(about.lead)}</p>
      {about.parts
        .filter((part) => !part.may || may?.has(part.may))
        .map((part) => (
          <Part page={page} part={part} />
        ))}
      {children}
    </Layout>
  )
}

function Part({ page, part }: { page: PageContext; part: PagePart }) {
  const say = words(page.locale)
  return (
    <Section id={part.title.replace('.', '-')} title={say(part.title)}>
      {part.paragraphs.map((paragraph) => (
        <p class="govuk-body">{say(paragraph)}</p>
      ))}
      {part.link && <WayOn href={part.link.href}>{say(part.link.text)}</WayOn>}
    </Section>
  )
}

const relationships = ['ALLOCATED', 'TEAM', 'CUSTODY', 'SUPERVISION', 'REFERRED', 'ACCEPTED'] as const
const parts = [
  'identity',
  'contact',
  'custody',
  'needs',
  'assessment',
  'plan',
  'referrals',
  'notes',
  'family',
  'health',
  'risk',
  'mentoring',
  'intelligence',
  'research',
] as const

/** With what the agreements in force say, so that the page cannot be out of date. */
export function SightPage({ grants, ...props }: Props & { grants: readonly Grant[] }) {
  const { page } = props
  const say = words(page.locale)
  const list = (fieldGroups: readonly string[]) =>
    parts
      .filter((part) => fieldGroups.includes(part))
      .map((part) => say(`part.${part}`))
      .join(', ')
  return (
    <AboutPage {...props}>
      <Section id="sight-table" title={say('sight.table')}>
        <p class="govuk-body">{say('sight.table.text')}</p>
        <Table
          caption={say('sight.table')}
          isCaptionHidden
          columns={[{ text: say('sight.table.who') }, { text: say('sight.table.what') }]}
        >
          {relationships.map((relationship) => {
            const own = grants.filter((grant) => grant.relationship === relationship)
            const all = own.find(({ agencyKind }) => agencyKind === null)?.fieldGroups ?? []
            return (
              <Row>
                <RowHead>{say(`relationship.${relationship}`)}</RowHead>
                <Cell label={say('sight.table.what')}>
                  {list(all)}
                  {own
                    .filter(({ agencyKind }) => agencyKind !== null)
                    .map(({ agencyKind, fieldGroups }) => (
                      <small>
                        {say('sight.table.also', {
                          kind: agencyKindLabel(page.locale, agencyKind!),
                          parts: list(fieldGroups),
                        })}
                      </small>
                    ))}
                </Cell>
              </Row>
            )
          })}
        </Table>
      </Section>
    </AboutPage>
  )
}

/** With the law of the partnership, and who watches over it. */
export function PrivacyPage({ partnership, ...props }: Props & { partnership: Partnership | undefined }) {
  const say = words(props.page.locale)
  return (
    <AboutPage {...props}>
      <Section id="privacy-complain" title={say('privacy.complain')}>
        <p class="govuk-body">{say('privacy.complain.1')}</p>
        <p class="govuk-body">{say(`privacy.authority.${partnership?.jurisdiction ?? 'UK-EW'}`)}</p>
      </Section>
    </AboutPage>
  )
}
