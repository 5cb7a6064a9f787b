package dev.posthorn;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.Negotiation;
import dev.posthorn.openssl.negotiation.NegotiationComparison;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.ReadProgress;
import dev.posthorn.parsers.files.LogFiles;
import dev.posthorn.text.TerminalText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One-liners for the shell: text in, something worth printing out.
 *
 * <p>Everything here is a thin line to the doors of the other packages; programs use those. Stateless and safe for use
 * by several threads.
 */
public final class Posthorn {

    /** How much of what was typed wrong is repeated. */
    private static final int MAX_ECHO = 200;

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
     * What a server answers to a known kind of client, and what becomes of every suite.
     *
     * <p>The server has an RSA certificate of 2048 bits, no protocol switched off, no parameters for DHE or ECDHE.
     *
     * @param openSsl the server's release, with build options if they matter
     * @param cipherString its cipher string
     * @param client the name of a client profile, such as {@code gmail-2018}
     * @return the answer, which prints as a verdict and a table
     * @throws IllegalArgumentException if one of the three is not known, or no server starts with the string
     */
    public static Negotiation negotiate(String openSsl, String cipherString, String client) {
        return OpenSslServer.builder(OpenSslBuild.parse(openSsl))
                .cipherString(cipherString)
                .build()
                .answer(hello(client));
    }

    /**
     * What changes for a known kind of client when the server has other settings than {@link #negotiate(String, String,
     * String)} gives it.
     *
     * @param openSsl the server's release, with build options if they matter
     * @param cipherString its cipher string
     * @param client the name of a client profile, such as {@code gmail-2018}
     * @param settings each a name and a value: {@code ecdh=prime256v1} (or {@code none}, {@code auto}, {@code callback}),
     *     {@code dh=2048} (or {@code none}, {@code auto}, {@code callback}), {@code certs=rsa2048,prime256v1},
     *     {@code disabled=SSLv2,SSLv3}, {@code preference=server}
     * @return both answers, which print as the new verdict and the suites whose fate changes
     * @throws IllegalArgumentException if something is not known, or impossible in that release
     */
    public static NegotiationComparison negotiate(
            String openSsl, String cipherString, String client, String... settings) {
        Negotiation before = negotiate(openSsl, cipherString, client);
        OpenSslServer server = before.server();
        for (String setting : settings) {
            server = ServerSetting.apply(server, setting);
        }
        return server.answer(before.hello()).comparedWith(before);
    }

    private static ClientHello hello(String client) {
        return ClientHello.profile(client)
                .orElseThrow(() -> new IllegalArgumentException("client: there is no profile \""
                        + TerminalText.escape(client, MAX_ECHO) + "\"; ClientHelloProfile.all() lists them"));
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
     * @param log a file, compressed or not, or a folder
     * @param more further files and folders, later ones behind, as one log
     * @return the diagnosis, which prints as a report
     * @throws UncheckedIOException if a file cannot be read
     */
    public static MaillogDiagnosis diagnose(Path log, Path... more) {
        return diagnose(files(log, more), MailServer.unknown(), progress -> {});
    }

    /**
     * What went wrong in the log of a server of which more is known.
     *
     * @param log a file, compressed or not, or a folder
     * @param server its settings, its OpenSSL, its certificates
     * @return the diagnosis, which prints as a report
     * @throws UncheckedIOException if a file cannot be read
     */
    public static MaillogDiagnosis diagnose(Path log, MailServer server) {
        return diagnose(files(log), server, progress -> {});
    }

    /**
     * What went wrong in the log of a server whose settings lie in a file.
     *
     * @param log a file, compressed or not, or a folder
     * @param mainCf main.cf, or what {@code postconf -n} or {@code postconf} printed
     * @param postfixVersion such as {@code 2.6.6}
     * @param openSsl the release, with build options if they matter: {@code 1.0.2u}, {@code 1.0.1e krb5 no-srp}
     * @return the diagnosis, which prints as a report
     * @throws IllegalArgumentException if one of the versions is none
     * @throws UncheckedIOException if a file cannot be read
     */
    public static MaillogDiagnosis diagnose(Path log, Path mainCf, String postfixVersion, String openSsl) {
        try {
            return diagnose(log, MailServer.of(postfixVersion, Files.readString(mainCf), openSsl));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What went wrong in the log of a server, and how far the reading has come.
     *
     * @param logs files and folders, read as one log in this order
     * @param server what is known of the server
     * @param listener is told after each block, by the thread that reads
     * @return the diagnosis, which prints as a report
     * @throws UncheckedIOException if a file cannot be read
     */
    public static MaillogDiagnosis diagnose(List<Path> logs, MailServer server, Consumer<ReadProgress> listener) {
        try {
            return MaillogDiagnosis.of(filesAt(logs), server, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a server did, and which TLS was spoken with whom.
     *
     * @param log a file, compressed or not, or a folder
     * @param more further files and folders, later ones behind, as one log
     * @return both reports, which print one after the other
     * @throws UncheckedIOException if a file cannot be read
     */
    public static LogReports report(Path log, Path... more) {
        try (MaillogCursor cursor = Maillog.open(filesAt(files(log, more)))) {
            return LogReports.of(cursor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path log, Path... more) {
        List<Path> all = new ArrayList<>(List.of(more));
        all.add(0, log);
        return all;
    }

    /** What is no folder is read as it is; that it is missing is for the reader to say. */
    private static List<Path> filesAt(List<Path> logs) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path log : logs) {
            if (Files.isDirectory(log)) {
                files.addAll(LogFiles.in(log));
            } else {
                files.add(log);
            }
        }
        return files;
    }
}
