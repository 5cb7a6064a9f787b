/**
 * The tables this library knows things from: TSV resources whose every row is evidence.
 *
 * <p>One type to know: {@link dev.posthorn.table.TsvTable}. A table is UTF-8 with LF, one row per line, tabs between
 * columns. Lines that start with {@code #} say where the rows come from. The first other line names the columns. A bad
 * row is an exception naming file and line, never a warning: a catalogue that shrinks in silence is worse than none.
 *
 * <pre>{@code
 * TsvTable table = TsvTable.parse("suites.tsv", text);
 * for (TsvTable.Row row : table.rows()) {
 *     row.text("openssl_name");
 * }
 * }</pre>
 *
 * <p>Types here are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.table;

import org.jspecify.annotations.NullMarked;
