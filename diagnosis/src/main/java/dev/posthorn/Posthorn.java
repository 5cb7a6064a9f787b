package dev.posthorn;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.diagnosis.MaillogDiagnosis;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * One-liners for the shell: text in, something worth printing out.
 *
 * <p>Everything here is a thin line to the doors of the other packages; programs use those. Stateless and safe for use
 * by several threads.
 */
public final class Posthorn {

    private Posthorn() {}

    /**
     * What a cipher string means to a release of OpenSSL.
     *
     * @param cipherString such as {@code HIGH:!aNULL:+RC4}
     * @param openSsl a release, with build options if they matter: {@code 1.0.2u}, {@code 1.0.1e krb5 no-srp}
     * @return the list, which prints as a table
     * @throws IllegalArgumentException if {@code openSsl} is no release, or one this library has no catalogue of
     */
    public static Expansion expand(String cipherString, String openSsl) {
        return CipherString.parse(cipherString).expandFor(OpenSslBuild.parse(openSsl));
    }

    /**
     * What a line of a log means: of an OpenSSL error what happened, whose verdict it is and what to do; of a line that only
     * tells of a failure where its reason stands; of any other line what it is.
     *
     * <p>Reads the lines of Postfix, Dovecot, Exim, Sendmail and others, an error string or a code alone, and several lines
     * of one session at once.
     *
     * @param text a log line, an error string, or a part of either
     * @return a text for people in lines of at most 80 columns, safe to print whatever the line held
     */
    public static String explain(String text) {
        return ExplainedLine.of(text);
    }

    /**
     * A log, to be asked for what its lines say.
     *
     * @param path the file
     * @return its lines, deliveries, TLS sessions and failures as streams
     * @throws UncheckedIOException if there is no such file, or it is a directory
     */
    public static MaillogFile maillog(String path) {
        return MaillogFile.open(Path.of(path));
    }

    /**
     * What went wrong in a log, as far as the log alone tells.
     *
     * @param path the file
     * @return the diagnosis, which prints as a report
     * @throws UncheckedIOException if the file cannot be read
     */
    public static MaillogDiagnosis diagnose(Path path) {
        return diagnose(path, MailServer.unknown());
    }

    /**
     * What went wrong in the log of a server of which more is known.
     *
     * @param path the file
     * @param server its settings, its OpenSSL, its certificates
     * @return the diagnosis, which prints as a report
     * @throws UncheckedIOException if the file cannot be read
     */
    public static MaillogDiagnosis diagnose(Path path, MailServer server) {
        try (MaillogCursor cursor = Maillog.open(path)) {
            return MaillogDiagnosis.of(cursor, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
