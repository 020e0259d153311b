import { InPage } from '../../outcomes/index.ts'
import { Cell, Details, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Block, BlockTable } from '../pack/block.ts'
import { words } from '../words.ts'
import { FindingPictureOf } from './finding-picture.tsx'

/** What was found: sentences, pictures, and the same numbers as tables. */
export function BlockFound({ page: { locale }, block }: { page: PageContext; block: Block }) {
  const say = words(locale)
  return (
    <>
      <div lang={block.lang}>
        {block.sentences.map((sentence) => (
          <p class="govuk-body-l tl-measure">{sentence}</p>
        ))}
      </div>
      {block.pictures.map((picture) => (
        <figure class="tl-fig">
          <p class="govuk-heading-s">{say(`picture.${picture.kind}`)}</p>
          <section class="tl-scroll" tabindex={0} aria-label={say(`picture.${picture.kind}`)}>
            <InPage.Provider value={true}>
              <FindingPictureOf locale={locale} picture={picture} />
            </InPage.Provider>
          </section>
          <figcaption>{say(`picture.${picture.kind}-caption`)}</figcaption>
        </figure>
      ))}
      {block.tables.map((table) =>
        table.rows.length > mostOpenRows ? (
          <Details summary={table.caption}>
            <BlockTableView table={table} isCaptionHidden />
          </Details>
        ) : (
          <BlockTableView table={table} />
        ),
      )}
    </>
  )
}

/** A longer table stands beside its picture, folded. */
const mostOpenRows = 20

function BlockTableView({
  table: { caption, heads, rows },
  isCaptionHidden,
}: {
  table: BlockTable
  isCaptionHidden?: boolean
}) {
  return (
    <Table caption={caption} isCaptionHidden={isCaptionHidden} columns={heads}>
      {rows.map(([name, ...cells]) => (
        <Row>
          <RowHead>{name}</RowHead>
          {cells.map((value, index) => (
            <Cell label={heads[index + 1]!.text} isNumeric={heads[index + 1]!.isNumeric}>
              {value}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  )
}

/** What one has to know to judge it. Open where it is the point of the page. */
export function BlockAbout({ page, block, isFolded }: { page: PageContext; block: Block; isFolded?: boolean }) {
  const say = words(page.locale)
  const lines = [
    [say('about.definition'), block.definition],
    [say('about.method'), block.method],
    [say('about.source'), block.source],
    [say('about.caveats'), block.caveats.join(' ')],
  ]
  const said = (
    <dl class="govuk-summary-list">
      {lines.map(([label, text]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{label}</dt>
          <dd class="govuk-summary-list__value">{text}</dd>
        </div>
      ))}
    </dl>
  )
  return isFolded ? <Details summary={say('about')}>{said}</Details> : said
}
