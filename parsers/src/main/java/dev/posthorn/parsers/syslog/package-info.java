/**
 * What stands around a message in a mail log: time, host, tag, process id, severity.
 *
 * <p>Two types to know: {@link dev.posthorn.parsers.syslog.EnvelopeView}, the parts of one line, and
 * {@link dev.posthorn.parsers.syslog.EnvelopeReader}, which finds them. Readers of whole logs get both from a
 * {@link dev.posthorn.parsers.MaillogCursor}; the reader is public for programs that have their lines already:
 *
 * <pre>{@code
 * EnvelopeReader reader = new EnvelopeReader();
 * EnvelopeView envelope = reader.read(line, 0, line.length);
 * envelope.program().toString(); // smtpd
 * }</pre>
 *
 * <p>Every layer but the text is optional, and which header a line has is found out line by line, since files are pasted
 * together from several. A part that is missing is absent, never made up: no year, no zone, no program guessed from words
 * in the text. Who knows the zone of a log, and its year or the time of its file, makes instants of its times with a
 * {@link dev.posthorn.parsers.syslog.YearRule}; lines that container runtimes and the journal write in several parts are put
 * together by {@link dev.posthorn.parsers.syslog.LineParts}, as cursors and decoders do.
 *
 * <p>Reading a line allocates nothing and looks at each byte of the header about once. Views and readers belong to one
 * thread. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.parsers.syslog;

import org.jspecify.annotations.NullMarked;
