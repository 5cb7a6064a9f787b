/**
 * What to change for the peers that fail, and what a change would mean to all the others.
 *
 * <p>Two types to know: {@link dev.posthorn.remedy.RemedyPlan}, lines to write, for certain peers and no more than they need,
 * and {@link dev.posthorn.remedy.Impact}, the peers of a log under other settings.
 *
 * <pre>{@code
 * MailServer server = MailServer.of("2.6.6", mainCf, "1.0.1e");
 * RemedyPlan plan = Posthorn.diagnose(Path.of("maillog"), server).remedies();
 * for (TargetedRemedy remedy : plan.remedies()) {
 *     System.out.println(remedy.summary());
 *     remedy.texts().forEach(text -> System.out.println(text.file().path() + ":\n" + text));
 *     remedy.impact().ifPresent(System.out::println);
 * }
 * }</pre>
 *
 * <p>No version of Postfix has another set of protocols or ciphers for one client (fact sheet on Postfix TLS configuration
 * section 11). What there is: a table that hides STARTTLS from addresses, a second listener to which addresses are
 * redirected, and for the other direction a table of policies. Which parameters and which words a version knows decides
 * what is proposed; nothing that it does not know ever is.
 *
 * <p>What stands in a table has been read as an address or a host name before; whatever a log calls a peer, it cannot write
 * into a configuration.
 *
 * <h2>What it does not do</h2>
 *
 * <p>It writes no files. It proposes nothing for scanners, for troubles of the network, and for peers of which the log does
 * not tell what they need.
 *
 * <p>Types are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.remedy;

import org.jspecify.annotations.NullMarked;
