package dev.posthorn.parsers.internal.filters;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Grammar;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * {@code 3D2F11A0C4: DKIM verification successful}: a queue id, if the program knows it, and a text. An error of OpenSSL's in
 * it ({@code SSL error:04091068:rsa routines:…}) is about a signature and stays text, so that nobody takes it for a handshake.
 *
 * @param kind what the program's messages are
 */
public record TextGrammar(MaillogKind kind) implements Grammar {

    private static final Literal NOT_INTERNAL = Literal.of(" not internal");

    @Override
    public boolean read(Parts line) {
        Steps.takeQueueId(line);
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        int host = line.to - NOT_INTERNAL.length();
        if (host > line.from && NOT_INTERNAL.isAt(line.bytes, host, line.to)) {
            Steps.keepPeer(line, line.from, host);
        }
        return line.is(kind, line.from < line.to);
    }
}
