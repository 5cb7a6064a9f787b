/**
 * The other IMAP and POP3 servers, Cyrus, Courier and UW-imap, and qmail (maillog-dialects 5.4). Three of them use the tag
 * {@code imapd}: then the form of the text tells whose it is.
 */
@NullMarked
package dev.posthorn.parsers.internal.imap;

import org.jspecify.annotations.NullMarked;
