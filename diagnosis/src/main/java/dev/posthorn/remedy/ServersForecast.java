package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.peers.Peer;
import dev.posthorn.peers.PeerTls;
import dev.posthorn.postfix.ClientTls;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.SecurityLevel;
import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What other settings would mean to the servers that this host delivers to. They choose, and how is not known; so only what
 * follows from what they chose is told.
 */
final class ServersForecast {

    private static final int MAX_EXPANDED = 20_000;

    private final Optional<Offer> before;
    private final Optional<Offer> after;
    private final boolean isSame;

    /** What our client offers. */
    private record Offer(SecurityLevel level, Set<ProtocolVersion> off, List<String> suites) {

        boolean has(PeerTls tls) {
            Optional<ProtocolVersion> version = ProtocolVersion.forOpenSslName(tls.protocol());
            return version.filter(known -> !off.contains(known)).isPresent()
                    && (version.filter(ProtocolVersion.TLSV1_3::equals).isPresent()
                            || suites.contains(tls.cipherSuiteName()));
        }
    }

    ServersForecast(MailServer before, MailServer after) {
        this.before = offer(before);
        this.after = offer(after);
        this.isSame =
                before.equals(after) || (settings(before).equals(settings(after)) && isSameOpenSsl(before, after));
    }

    /** As far as it can be seen: what is in force, in words. */
    private static String settings(MailServer server) {
        return server.settings()
                .map(PostfixTlsSettings::client)
                .map(ClientTls::toString)
                .orElse("");
    }

    private static boolean isSameOpenSsl(MailServer one, MailServer other) {
        return one.openSsl().equals(other.openSsl());
    }

    private static Optional<Offer> offer(MailServer server) {
        Optional<ClientTls> tls = server.settings().map(PostfixTlsSettings::client);
        Optional<OpenSslBuild> build =
                server.openSsl().filter(known -> CipherCatalog.forBuild(known).isPresent());
        if (tls.isEmpty() || build.isEmpty() || !tls.get().protocols().isValid()) {
            return Optional.empty();
        }
        Optional<CipherString> string =
                tls.get().cipherString().filter(text -> text.text().length() <= MAX_EXPANDED);
        return string.map(text -> text.expandFor(build.get()))
                .filter(expansion -> expansion.rejection().isEmpty())
                .map(expansion ->
                        new Offer(tls.get().level(), tls.get().protocols().disabled(), names(expansion)));
    }

    private static List<String> names(Expansion expansion) {
        return expansion.suites().stream().map(OpenSslCipherSuite::openSslName).toList();
    }

    PeerImpact of(Peer peer) {
        boolean fails = peer.isFailing() && peer.counts().establishedAfterFailure() == 0;
        String now = fails
                ? TerminalText.escape(peer.failures().get(0).reason(), 100)
                : peer.negotiated().stream().findFirst().map(PeerTls::toString).orElse("");
        if (isSame) {
            PeerImpact.Kind kind = fails ? PeerImpact.Kind.STILL_FAILS : PeerImpact.Kind.UNCHANGED;
            return new PeerImpact(
                    peer, kind, now, now, Confidence.CERTAIN, "What this host offers as a client stays the same.");
        }
        if (before.isEmpty() || after.isEmpty()) {
            return undetermined(
                    peer,
                    now,
                    "Settings or OpenSSL are not known well enough to tell what this host offers as a client.");
        }
        return of(peer, now, fails, before.get(), after.get());
    }

    private static PeerImpact of(Peer peer, String now, boolean fails, Offer old, Offer changed) {
        if (changed.level() == SecurityLevel.NONE) {
            PeerImpact.Kind kind = fails ? PeerImpact.Kind.STILL_FAILS : PeerImpact.Kind.WOULD_FALL_BACK;
            return new PeerImpact(
                    peer, kind, now, "clear text", Confidence.CERTAIN, "This host would use no TLS as a client.");
        }
        Optional<PeerTls> kept = peer.negotiated().stream().filter(changed::has).findFirst();
        if (!fails && kept.isPresent()) {
            boolean isLess = changed.off().containsAll(old.off()) && isSubsequence(changed.suites(), old.suites());
            return new PeerImpact(
                    peer,
                    isLess ? PeerImpact.Kind.UNCHANGED : PeerImpact.Kind.KEEPS_TLS,
                    now,
                    isLess ? now : "",
                    Confidence.CERTAIN,
                    "What it chose, " + kept.get() + ", would still be offered.");
        }
        return undetermined(peer, now, "The server chooses, and what else it would take the log does not tell.");
    }

    private static PeerImpact undetermined(Peer peer, String now, String because) {
        return new PeerImpact(peer, PeerImpact.Kind.UNDETERMINED, now, "", Confidence.OPEN, because);
    }

    private static boolean isSubsequence(List<String> some, List<String> all) {
        int at = 0;
        for (String one : all) {
            if (at < some.size() && some.get(at).equals(one)) {
                at++;
            }
        }
        return at == some.size();
    }
}
