package dev.posthorn.parsers.internal.sendmail;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Fields;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Map;
import java.util.Optional;

/** {@code STARTTLS=server, …} and {@code STARTTLS=client, …}: tls.c, srvrsmtp.c, deliver.c. */
final class StarttlsGrammar {

    private static final Literal SIDE = Literal.of("STARTTLS=");
    private static final Literal SERVER = Literal.of("server");
    private static final Literal CLIENT = Literal.of("client");
    private static final Literal COMMA = Literal.of(", ");
    private static final Literal COLON = Literal.of(": ");
    private static final Literal RELAY = Literal.of("relay=");
    private static final Literal ACCEPT = Literal.of("error: accept failed=");
    private static final Literal CONNECT = Literal.of("error: connect failed=");
    private static final Literal ERROR = Literal.of("error:");

    private static final Optional<NeighbourPart> NOT_KEPT = Optional.empty();

    private static final Fields OF_SESSION = new Fields(
            Map.ofEntries(
                    kept("relay", NeighbourPart.RELAY),
                    kept("version", NeighbourPart.PROTOCOL),
                    kept("verify", NeighbourPart.VERIFY),
                    kept("cipher", NeighbourPart.CIPHER),
                    kept("bits", NeighbourPart.USED_BITS),
                    Map.entry("pubkey_fp", NOT_KEPT),
                    Map.entry("sni", Optional.of(NeighbourPart.SNI))),
            NeighbourPart.TEXT);

    private static final Fields OF_ERROR = new Fields(
            Map.ofEntries(
                    kept("reason", NeighbourPart.REASON),
                    kept("SSL_error", NeighbourPart.SSL_ERROR),
                    kept("errno", NeighbourPart.ERRNO),
                    kept("retry", NeighbourPart.RETRY),
                    kept("timeout", NeighbourPart.SECONDS),
                    kept("relay", NeighbourPart.RELAY)),
            NeighbourPart.TEXT);

    private StarttlsGrammar() {}

    private static Map.Entry<String, Optional<NeighbourPart>> kept(String key, NeighbourPart part) {
        return Map.entry(key, Optional.of(part));
    }

    static boolean read(Parts line) {
        byte[] bytes = line.bytes;
        int side = SIDE.after(bytes, line.from, line.to);
        int server = SERVER.after(bytes, side, line.to);
        int sideTo = server < 0 ? CLIENT.after(bytes, side, line.to) : server;
        line.keep(NeighbourPart.SIDE, side, sideTo);
        int fields = COMMA.after(bytes, sideTo, line.to);
        if (RELAY.isAt(bytes, fields, line.to)) {
            return line.is(MaillogKind.SENDMAIL_STARTTLS, readSession(line, fields));
        }
        int accept = ACCEPT.after(bytes, fields, line.to);
        int status = accept < 0 ? CONNECT.after(bytes, fields, line.to) : accept;
        if (status >= 0) {
            return line.is(MaillogKind.SENDMAIL_STARTTLS_ERROR, readError(line, status));
        }
        int library = COLON.after(bytes, sideTo, line.to);
        if (isLibraryError(line, library)) {
            return line.is(MaillogKind.SENDMAIL_STARTTLS_LIBRARY, readLibraryError(line, library));
        }
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        Steps.keepError(line, line.from, line.to);
        return line.is(MaillogKind.SENDMAIL_STARTTLS_INFO, line.to > line.from + SIDE.length());
    }

    /** {@code relay=…, version=TLSv1.2, verify=NO, cipher=…, bits=256/256}. */
    private static boolean readSession(Parts line, int fields) {
        boolean isRead = OF_SESSION.read(line, fields) && line.has(NeighbourPart.CIPHER);
        int bits = line.from(NeighbourPart.USED_BITS);
        int bitsTo = line.to(NeighbourPart.USED_BITS);
        int slash = Steps.indexOf((byte) '/', line.bytes, bits, bitsTo);
        if (slash < 0 || !isRead) {
            return false;
        }
        line.keep(NeighbourPart.USED_BITS, bits, slash);
        line.keep(NeighbourPart.ALG_BITS, slash + 1, bitsTo);
        return Steps.digits(line.bytes, bits, slash) == slash
                && Steps.digits(line.bytes, slash + 1, bitsTo) == bitsTo
                && SendmailGrammar.keepRelay(line);
    }

    /** {@code -1, reason=no shared cipher, SSL_error=1, errno=0, retry=-1, relay=…}, of which older releases lack some. */
    private static boolean readError(Parts line, int status) {
        int statusTo = Steps.signed(line.bytes, status, line.to);
        line.keep(NeighbourPart.STATUS, status, statusTo);
        boolean isRead = OF_ERROR.read(line, COMMA.after(line.bytes, statusTo, line.to));
        return isRead && line.has(NeighbourPart.SSL_ERROR) && SendmailGrammar.keepRelay(line);
    }

    private static boolean isLibraryError(Parts line, int at) {
        int tidTo = Steps.hexDigits(line.bytes, at, line.to);
        return ERROR.isAt(line.bytes, Steps.after((byte) ':', line.bytes, tidTo, line.to), line.to);
    }

    /**
     * {@code 12345:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1053:}, what
     * ERR_print_errors makes of the queue: five fields, file and line (openssl-errors 2 and 4).
     */
    private static boolean readLibraryError(Parts line, int tid) {
        byte[] bytes = line.bytes;
        int tidTo = Steps.hexDigits(bytes, tid, line.to);
        int error = tidTo + 1;
        int end = error;
        for (int field = 0; field < 4 && end >= 0; field++) { // The code, the library, the function; then the reason.
            end = Steps.indexOf((byte) ':', bytes, field == 0 ? end : end + 1, line.to);
        }
        end = end < 0 ? -1 : Steps.indexOf((byte) ':', bytes, end + 1, line.to);
        int file = end < 0 ? -1 : end + 1;
        int fileTo = Steps.indexOf((byte) ':', bytes, file, line.to);
        int number = fileTo < 0 ? -1 : fileTo + 1;
        int numberTo = Steps.digits(bytes, number, line.to);
        if (numberTo < 0) {
            return false;
        }
        line.keep(NeighbourPart.TID, tid, tidTo);
        Steps.keepError(line, error, end);
        line.keep(NeighbourPart.FILE, file, fileTo);
        line.keep(NeighbourPart.LINE, number, numberTo);
        return line.has(NeighbourPart.ERROR_STRING);
    }
}
