package dev.posthorn.openssl.error;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every recorded error, in the form that each program gives it, cut off at every byte: what is left must mean the same or
 * less, never something else. Forms: fact sheet on OpenSSL errors, sections 2 to 4.
 */
class CutLinesTest {

    private static final int ERRORS_OF_A_RELEASE = 16;

    private static final List<String> FORMS = List.of(
            "{}",
            "mx postfix/smtpd[7]: warning: TLS library problem: 7:{place}:",
            "mx postfix/smtpd[7]: warning: TLS library problem: {place}:",
            "2024-05-01 10:00:00 TLS error on connection from mail.example.com [192.0.2.7] (SSL_accept): {}",
            "mx dovecot: imap-login: Disconnected: user=<>, rip=192.0.2.7, TLS handshaking: SSL_accept() failed: {dovecot},"
                    + " session=<AbC+dEf>",
            "mx dovecot: imap-login: Error: SSL: Stacked error: {}",
            "mx sendmail[7]: STARTTLS=server: 7:{place}:",
            "mx imapd-ssl: couriertls: accept: {}",
            "*12 SSL_do_handshake() failed (SSL: {}) while SSL handshaking, client: 192.0.2.7, server: 0.0.0.0:993",
            "[ssl:info] [pid 12] SSL Library Error: {}",
            "haproxy[7]: 192.0.2.7:50000 [01/May/2024:10:00:00.123] imaps/1: SSL handshake failure ({})",
            "40B7A5C8E27F0000:{place}");

    private static List<OpenSslError> errors;

    @BeforeAll
    static void readErrors() throws IOException {
        Map<String, Map<String, OpenSslError>> byRelease = new TreeMap<>();
        for (FailedHandshake handshake : FailedHandshakes.read()) {
            for (FailedHandshake.Log log : List.of(handshake.server(), handshake.client())) {
                for (String text : log.errors()) {
                    OpenSslError error = OpenSslError.parse(text);
                    Map<String, OpenSslError> known =
                            byRelease.computeIfAbsent(log.release(), release -> new LinkedHashMap<>());
                    if (known.size() < ERRORS_OF_A_RELEASE) {
                        known.putIfAbsent(error.code() + error.functionText().orElse(""), error);
                    }
                }
            }
        }
        errors = byRelease.values().stream()
                .flatMap(known -> known.values().stream())
                .toList();
        assertThat(byRelease).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void everyForm_holdsTheWholeError() {
        for (String form : FORMS) {
            for (OpenSslError error : errors) {
                OpenSslError read = OpenSslError.parse(line(form, error));

                assertThat(read.code()).as(line(form, error)).isEqualTo(error.code());
                assertThat(read.reasonText()).as(line(form, error)).isEqualTo(error.reasonText());
                assertThat(read.functionText()).as(line(form, error)).isEqualTo(error.functionText());
                assertThat(read.data())
                        .as(line(form, error))
                        .isEqualTo(
                                form.contains("{place}") || form.contains("{dovecot}")
                                        ? error.data()
                                        : Optional.empty());
            }
        }
    }

    @Test
    void everyForm_cutAnywhere_meansTheSameOrLess() {
        List<String> wrong = new ArrayList<>();
        int cuts = 0;
        for (String form : FORMS) {
            for (OpenSslError error : errors) {
                FailureKind whole = HandshakeFailure.of(error).kind();
                String line = line(form, error);
                int code = line.indexOf("error:" + error.code());
                for (int end = code; end <= line.length(); end++) {
                    String cut = line.substring(0, end);
                    List<OpenSslError> found = OpenSslError.findAll(cut);
                    boolean isCodeWhole = end >= code + "error:".length() + 8;
                    cuts++;
                    if (isCodeWhole == found.isEmpty()
                            || (isCodeWhole && !meansTheSameOrLess(found, cut, error, whole))) {
                        wrong.add(cut);
                    }
                }
            }
        }

        System.out.println("Cut lines: " + cuts + " of " + errors.size() + " errors in " + FORMS.size() + " forms");
        assertThat(wrong).isEmpty();
    }

    private static boolean meansTheSameOrLess(
            List<OpenSslError> found, String cut, OpenSslError error, FailureKind whole) {
        OpenSslError read = found.get(0);
        HandshakeFailure failure = HandshakeFailure.of(read, HandshakeContext.ofLog(cut));
        boolean isSameOrOpen =
                failure.kind().equals(whole) || failure.possibleKinds().contains(whole) || !failure.isExplained();
        return found.size() == 1
                && read.code().bits() == error.code().bits()
                && error.reasonText().orElse("").startsWith(read.reasonText().orElse(""))
                && error.functionText()
                        .orElse("")
                        .startsWith(read.functionText().orElse(""))
                && isSameOrOpen
                && failure.confidence() != Confidence.CERTAIN;
    }

    /** The view for programs that must not allocate reads the same. */
    @Test
    void everyForm_cutAnywhere_isReadAlikeFromBytes() {
        OpenSslErrorView view = new OpenSslErrorView();
        for (String form : FORMS) {
            for (OpenSslError error : errors) {
                byte[] line = line(form, error).getBytes(ISO_8859_1);
                for (int end = 0; end <= line.length; end += 3) {
                    List<OpenSslError> snapshots = new ArrayList<>();
                    view.wrap(line, 0, end);
                    while (view.advance()) {
                        snapshots.add(view.snapshot());
                    }
                    assertThat(snapshots).isEqualTo(OpenSslError.findAll(new String(line, 0, end, ISO_8859_1)));
                }
            }
        }
    }

    private static String line(String form, OpenSslError error) {
        String names = "error:" + error.code() + ":" + error.libraryText().orElseThrow() + ":"
                + error.functionText().orElse("") + ":" + error.reasonText().orElseThrow();
        String data = error.data().map(text -> ":" + text).orElse("");
        String place = ":" + error.file().orElseThrow() + ":" + error.line().orElseThrow() + data;
        return form.replace("{}", names)
                .replace("{place}", names + place)
                .replace("{dovecot}", names + data.replaceFirst(":", ": "));
    }
}
