package dev.posthorn.openssl.error;

import dev.posthorn.table.TsvTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A recorded handshake that failed: what each side logged, and what the laboratory knew of it. Equal ones are one with a
 * count.
 *
 * @param mode {@code pair} for two releases, others for prepared bytes
 * @param firstFailure the side that failed first, {@code server} or {@code client}; the other one failed because of it
 * @param server what the server logged
 * @param client what the client logged
 * @param serverCertificate how the server's certificate looks to a client that checks it: {@code untrusted} or
 *     {@code expired}; empty if nobody checked it
 * @param clientCertificate whether a server that asked for one was sent a client certificate: {@code none} or
 *     {@code sent}; empty if none was asked for
 * @param serverOff the protocol versions switched off at the server, in OpenSSL's names
 * @param hello the format and the version of the hello, such as {@code tls 0301}; empty if there was none
 * @param cures the changes that made it succeed, each made alone in a real run
 * @param count how many handshakes were like this
 */
record FailedHandshake(
        String mode,
        String firstFailure,
        Log server,
        Log client,
        String serverCertificate,
        String clientCertificate,
        List<String> serverOff,
        String hello,
        Set<String> cures,
        int count) {

    private static final String SEPARATOR = " | ";

    /** What one side logged; the release is empty where prepared bytes took its place. */
    record Log(String release, List<String> errors, List<String> trace) {

        List<TraceLine> traceLines() {
            return trace.stream().flatMap(line -> TraceLine.find(line).stream()).toList();
        }

        /** The text of the first reason of the queue, cut out by hand; {@code no error} if it is empty. */
        String reason() {
            return errors.isEmpty() ? "no error" : errors.get(0).split(":", -1)[4];
        }

        /** The last alert sent, in the words of the trace; {@code none} if there was none. */
        String alertSent() {
            return trace.stream()
                    .filter(line -> line.startsWith("SSL3 alert write:"))
                    .map(line -> line.substring(line.lastIndexOf(':') + 1))
                    .reduce("none", (earlier, later) -> later);
        }
    }

    static FailedHandshake of(TsvTable.Row row) {
        return new FailedHandshake(
                row.text("mode"),
                row.text("first_failure"),
                log(row, "server"),
                log(row, "client"),
                row.text("server_certificate"),
                row.text("client_certificate"),
                split(row.text("server_off"), " "),
                row.text("hello"),
                Set.copyOf(split(row.text("cures"), " ")),
                row.integer("count"));
    }

    private static Log log(TsvTable.Row row, String side) {
        return new Log(
                row.text(side + "_release"),
                split(row.text(side + "_errors"), SEPARATOR),
                split(row.text(side + "_trace"), SEPARATOR));
    }

    private static List<String> split(String cell, String separator) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(Pattern.quote(separator), -1));
    }

    /** The cells of a row, the count excepted. */
    List<String> cells() {
        return List.of(
                mode,
                server.release,
                client.release,
                firstFailure,
                String.join(SEPARATOR, server.errors),
                String.join(SEPARATOR, server.trace),
                String.join(SEPARATOR, client.errors),
                String.join(SEPARATOR, client.trace),
                serverCertificate,
                clientCertificate,
                String.join(" ", serverOff),
                hello,
                String.join(" ", cures.stream().sorted().toList()));
    }

    boolean isPair() {
        return mode.equals("pair");
    }

    boolean serverFailedFirst() {
        return firstFailure.equals("server");
    }

    /** The log of the side that failed first. */
    Log own() {
        return serverFailedFirst() ? server : client;
    }

    /** The log of the side that failed because of it. */
    Log other() {
        return serverFailedFirst() ? client : server;
    }

    /** What the side that failed first had to say, such as {@code server: no shared cipher}. */
    String verdict() {
        return firstFailure + ": " + own().reason();
    }

    /** Judged from the log of the side that failed first. */
    HandshakeFailure ownJudgement() {
        return judge(own(), serverFailedFirst());
    }

    /** Judged from the log of the side that failed because of it. */
    HandshakeFailure othersJudgement() {
        return judge(other(), !serverFailedFirst());
    }

    static HandshakeFailure judge(Log log, boolean isServer) {
        return judge(log, isServer ? HandshakeContext.ofServer() : HandshakeContext.ofClient());
    }

    static HandshakeFailure judge(Log log, HandshakeContext side) {
        HandshakeContext context = side.withTrace(log.traceLines());
        List<OpenSslError> errors =
                log.errors().stream().map(OpenSslError::parse).toList();
        return errors.isEmpty() ? HandshakeFailure.ofLostConnection(context) : HandshakeFailure.of(errors, context);
    }
}
