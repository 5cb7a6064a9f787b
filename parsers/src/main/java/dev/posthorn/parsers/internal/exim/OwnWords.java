package dev.posthorn.parsers.internal.exim;

import dev.posthorn.parsers.internal.swar.Literal;
import java.util.stream.Stream;

/** How Exim's words about nothing in particular begin: what has no message id must be known, or the line is anybody's. */
final class OwnWords {

    private static final Literal[] ALL = Stream.of(
                    "(SSL_",
                    "(gnutls_",
                    "SMTP ",
                    "TLS ",
                    "DANE ",
                    "DKIM",
                    "DNS ",
                    "End queue run",
                    "Exim configuration error",
                    "EXPN ",
                    "H=",
                    "LOG: ",
                    "Start ODMR queue run",
                    "Start queue run",
                    "U=",
                    "VRFY ",
                    "Warning: ",
                    "daemon ",
                    "exim ",
                    "exim: ",
                    "host lookup ",
                    "host name alias ",
                    "ident connection ",
                    "list matching forced to fail",
                    "lost incoming connection",
                    "no IP address found for host ",
                    "no MAIL in ",
                    "no host name found for IP address ",
                    "re-exec of exim",
                    "refused connection",
                    "refused relay",
                    "rejected ",
                    "socket bind() ",
                    "temporarily rejected ",
                    "unexpected disconnection",
                    "unqualified ")
            .map(Literal::of)
            .toArray(Literal[]::new);

    /** The same by their first byte, of which there are few. */
    private static final Literal[][] BEGINNINGS = new Literal[Byte.MAX_VALUE + 1][];

    static {
        for (int first = 0; first < BEGINNINGS.length; first++) {
            byte wanted = (byte) first;
            BEGINNINGS[first] = Stream.of(ALL)
                    .filter(beginning -> beginning.firstByte() == wanted)
                    .toArray(Literal[]::new);
        }
    }

    /** The name of an authenticator stands in front of this. */
    private static final Literal AUTHENTICATOR_FAILED = Literal.of(" authenticator failed for ");

    private static final Literal SSL_VERIFY = Literal.of("] SSL verify error: ");

    private OwnWords() {}

    static boolean begin(byte[] bytes, int from, int to) {
        if (from == to || bytes[from] < 0) {
            return false;
        }
        for (Literal beginning : BEGINNINGS[bytes[from]]) {
            if (beginning.isAt(bytes, from, to)) {
                return true;
            }
        }
        return AUTHENTICATOR_FAILED.indexIn(bytes, from, to) > from || SSL_VERIFY.indexIn(bytes, from, to) > from;
    }
}
