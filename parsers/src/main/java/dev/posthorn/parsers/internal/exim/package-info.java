/**
 * Exim's messages, version 4: the main log, and what follows a rejection in the reject log. Lines are a message id and a
 * flag ({@code <=}, {@code =>}, {@code **}, {@code ==}) with items behind them, or words about a connection
 * (maillog-dialects 5.3).
 */
@NullMarked
package dev.posthorn.parsers.internal.exim;

import org.jspecify.annotations.NullMarked;
