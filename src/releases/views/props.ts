import type { FoundPerson, Jurisdiction } from '../../people/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { ListFilter } from '../filters.ts'
import type { ReleasePage, Window } from '../queries/list.ts'
import type { SavedView } from '../queries/saved.ts'
import type { PathwayNames } from './row.tsx'

/** All that the release list draws. */
export interface ReleaseListProps {
  page: PageContext
  list: ReleasePage
  filter: ListFilter
  window: Window
  windowInDays: number
  jurisdiction: Jurisdiction
  /** What the partnership calls its pathways, in the reader's language. */
  pathwayNames: PathwayNames
  saved: SavedView[]
  /** People with a name like the one sought, where the list has nobody. */
  suggestions: FoundPerson[]
  size: number
  mayImport: boolean
  /** The reader may do something for those whom they tick. */
  mayChoose: boolean
}
