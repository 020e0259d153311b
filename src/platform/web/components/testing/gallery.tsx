import { Layout } from '../../layout.tsx'
import type { PageContext } from '../../page-context.ts'
import { IdentityBar, Link, PageHead, PrintButton, SubNavigation } from '../index.ts'
import { CaseParts } from './gallery-case.tsx'
import { FormParts, ProblemParts } from './gallery-forms.tsx'
import { ReadingParts } from './gallery-reading.tsx'
import { TableParts } from './gallery-tables.tsx'

/** Every component once, with made-up people, on one page: looked at by axe and by us. */
export function Gallery({ page }: { page: PageContext }) {
  const identity = (
    <IdentityBar
      label="Person"
      name="Danny Okafor"
      otherName="Daniel Emeka Okafor"
      facts={[
        { term: 'Prison number', value: 'A9914DK' },
        { term: 'Born', value: '4 May 1991 (35)' },
        { term: 'Where', value: 'HMP Fernhall, B2-14' },
      ]}
      tags={[{ text: 'No first-night address', tone: 'warn' }, { text: 'Reads with help' }]}
      actions={
        <a class="govuk-button" href="#main">
          Add a note
        </a>
      }
    />
  )
  const pages = ['Overview', 'Assessment', 'Plan', 'Referrals', 'Release day', 'Notes', 'Passport']
  const menu = (
    <SubNavigation
      label="Danny Okafor"
      items={pages.map((text, index) => ({ href: '#main', text, isCurrent: index === 0 }))}
    />
  )
  return (
    <Layout page={page} title="Gallery" hasProblems identity={identity} subNavigation={menu}>
      <ProblemParts />
      <PageHead
        title="Every part once"
        sub="Made-up people, places and numbers."
        actions={
          <>
            <PrintButton>Print</PrintButton>
            <Link href="#main">Download CSV</Link>
          </>
        }
      />
      <TableParts />
      <CaseParts />
      <FormParts />
      <ReadingParts />
    </Layout>
  )
}
