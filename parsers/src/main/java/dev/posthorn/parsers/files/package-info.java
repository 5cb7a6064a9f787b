/**
 * Logs as they lie on disk: rotated, compressed, packed into archives.
 *
 * <p>Two types to know: {@link dev.posthorn.parsers.files.LogFiles}, which finds and opens files, and
 * {@link dev.posthorn.parsers.files.LogSequence}, the bytes of one log after the other. Who wants lines rather than bytes
 * hands the files to {@code Maillog.open} or {@code Maillog.parallel} of {@code dev.posthorn.parsers}.
 *
 * <pre>{@code
 * try (LogSequence logs = LogFiles.open(LogFiles.rotated(Path.of("maillog")))) {
 *     while (logs.next()) {
 *         System.out.println(logs.origin()); // maillog.2.gz, maillog.1, maillog
 *     }
 * }
 * }</pre>
 *
 * <p>A file is what its first bytes say, whatever it is called: text; gzip, bzip2, xz or Zstandard, with any number of
 * members; a tar archive, compressed or not, whose members may be compressed themselves. The JDK reads gzip. For bzip2 it
 * takes {@code org.apache.commons:commons-compress}, for xz {@code org.tukaani:xz}, for Zstandard
 * {@code com.github.luben:zstd-jni}; without them a {@link dev.posthorn.parsers.files.MissingDecoderException} names what
 * to add.
 *
 * <p>Trouble is a {@link dev.posthorn.parsers.files.LogFileException} that names the file. It comes behind everything that
 * could be read, and reading can go on with the next log. Nothing is lost without a word: not a second member of a gzip
 * file, not what stands behind the end of an archive.
 *
 * <p>Costs: a plain file is read by the thread that asks for it, straight into its block. One that has to be decoded takes
 * a thread and four blocks of 128 KiB, whatever its size; what the decoders need themselves is bounded as well, at 100 MiB
 * or three quarters of the heap for xz and 128 MiB, outside the heap, for Zstandard. What needs more is an
 * {@link dev.posthorn.parsers.files.UnreadableLogException}. Of a cut xz file the last chunk is lost, up to 2 MiB of text: its
 * decoder does not begin with one that is not whole.
 *
 * <p>What this package does not do: write, unpack or delete anything, follow a file that grows, or read other archives than
 * tar. A {@code LogSequence} belongs to one thread at a time. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.parsers.files;

import org.jspecify.annotations.NullMarked;
