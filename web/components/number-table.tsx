import { type Key, type ReactNode, useState } from 'react';

/** One column; the first of a table names its rows. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Words stand at the left, numbers at the right, under one another. */
  readonly isText?: true;
}

interface TableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => Key;
  /** The row that the cursor is in. */
  readonly isHere?: (row: Row) => boolean;
}

/** Numbers in rows. */
export function NumberTable<Row>({ rows, columns, keyOf, isHere }: TableProps<Row>) {
  const [name, ...others] = columns;
  const classOf = (column: Column<Row>) => (column.isText ? undefined : 'number');
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{name?.head}</th>
          {others.map((column) => (
            <th scope="col" className={classOf(column)} key={column.head}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={isHere?.(row) ? 'row-here' : undefined}>
            <th scope="row">{name?.cell(row)}</th>
            {others.map((column) => (
              <td className={classOf(column)} key={column.head}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A table behind its name, the twin of a chart. It is drawn when it is opened: years of weeks are thousands of cells. */
export function FoldedTable<Row>(
  props: TableProps<Row> & {
    readonly title: string;
    readonly className?: string;
    readonly startsOpen?: boolean;
    /** On paper nothing can be drawn later. */
    readonly isPaper?: boolean;
  },
) {
  const { title, className, startsOpen = false, isPaper = false, ...table } = props;
  const [isOpen, setIsOpen] = useState(startsOpen);
  return (
    <details className={className} open={isOpen || isPaper} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {(isOpen || isPaper) && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard.
        <section className="table-scroll" aria-label={title} tabIndex={0}>
          <NumberTable {...table} />
        </section>
      )}
    </details>
  );
}
