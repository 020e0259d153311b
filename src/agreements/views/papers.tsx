import { formatAt } from '../../platform/dates.ts'
import { Button, Link, Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { WholeAgreement } from '../queries/agreements.ts'
import type { Paper } from '../queries/papers.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agreement: WholeAgreement
  papers: readonly Paper[]
}

/** The document itself, as the files that were added. */
export function Papers({ page: { locale }, may, agreement, papers }: Props) {
  const say = words(locale)
  const address = `/agreements/${agreement.id}/papers`
  return (
    <Section id="papers" title={say('papers')}>
      {papers.length === 0 ? (
        <p class="govuk-body">{say('papers.empty')}</p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {papers.map(({ id, title, addedBy, addedAt }) => (
            <li>
              <Link href={`${address}/${id}`} attributes={{ download: '' }}>
                {title}
              </Link>
              <br />
              {say('paper.by', { name: addedBy, at: formatAt(locale, addedAt, 'full') })}
            </li>
          ))}
        </ul>
      )}
      {may.has('coordinate the partnership') && (
        <Button kind="secondary" href={`${address}/new`}>
          {say('paper.add')}
        </Button>
      )}
    </Section>
  )
}
