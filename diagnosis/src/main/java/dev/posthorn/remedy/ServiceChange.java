package dev.posthorn.remedy;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.negotiation.DeadSuite;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.peers.PeerTls;
import dev.posthorn.peers.ServiceModels;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.SecurityLevel;
import dev.posthorn.postfix.ServerTls;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One service before and after a change.
 *
 * @param before the model as it is, empty if there is none
 * @param after the model as it would be
 * @param whyOff why the service would have no TLS; empty if it has
 * @param staysTheSame is there no difference that a client could notice?
 * @param usableBefore the suites that can be chosen, in the order of the list
 * @param usableAfter the suites that could be chosen
 */
record ServiceChange(
        Optional<OpenSslServer> before,
        Optional<OpenSslServer> after,
        Optional<String> whyOff,
        boolean staysTheSame,
        List<String> usableBefore,
        List<String> usableAfter) {

    static ServiceChange of(
            Optional<String> service, ServiceModels before, ServiceModels after, Optional<CipherString> logged) {
        Optional<ServerTls> old = tls(service, before);
        Optional<ServerTls> changed = tls(service, after);
        // A string that only the log knows stays in force unless the change is to the string.
        boolean isSameString = old.flatMap(ServerTls::cipherString)
                .map(CipherString::text)
                .equals(changed.flatMap(ServerTls::cipherString).map(CipherString::text));
        Optional<OpenSslServer> modelBefore = before.of(service, logged);
        Optional<OpenSslServer> modelAfter = after.of(service, isSameString ? logged : Optional.empty());
        Optional<String> offBefore = old.flatMap(ServiceChange::whyOff);
        Optional<String> offAfter = changed.flatMap(ServiceChange::whyOff);
        boolean hasModels = modelBefore.isPresent() && modelAfter.isPresent();
        boolean isSameModel = hasModels
                ? isSame(modelBefore.get(), modelAfter.get())
                : isSameInWords(before.server(), after.server(), old, changed);
        boolean bothOff = offBefore.isPresent() && offAfter.isPresent();
        return new ServiceChange(
                modelBefore,
                modelAfter,
                offAfter,
                bothOff || (offBefore.isEmpty() && offAfter.isEmpty() && isSameModel),
                modelBefore.map(ServiceChange::usable).orElse(List.of()),
                modelAfter.map(ServiceChange::usable).orElse(List.of()));
    }

    private static Optional<ServerTls> tls(Optional<String> service, ServiceModels models) {
        return models.server()
                .settings()
                .map(settings -> settings.forInstance(service))
                .map(PostfixTlsSettings::server);
    }

    private static Optional<String> whyOff(ServerTls tls) {
        if (tls.level().filter(SecurityLevel.NONE::equals).isPresent()) {
            return Optional.of("The service announces no STARTTLS.");
        }
        return tls.protocols().isValid()
                ? Optional.empty()
                : Optional.of("The protocol list is invalid, and Postfix goes without TLS.");
    }

    private static boolean isSame(OpenSslServer one, OpenSslServer other) {
        return one.build().equals(other.build())
                && one.expansion().suites().equals(other.expansion().suites())
                && one.enabledProtocols().equals(other.enabledProtocols())
                && one.certificates().equals(other.certificates())
                && one.ecdh().equals(other.ecdh())
                && one.dh().equals(other.dh())
                && one.hasServerPreference() == other.hasServerPreference();
    }

    /** Without models: settings in force that read the same mean the same. */
    private static boolean isSameInWords(
            MailServer before, MailServer after, Optional<ServerTls> old, Optional<ServerTls> changed) {
        boolean isSameText = old.map(ServerTls::toString).equals(changed.map(ServerTls::toString));
        return before.equals(after)
                || (isSameText
                        && before.openSsl().equals(after.openSsl())
                        && before.certificates().equals(after.certificates()));
    }

    private static List<String> usable(OpenSslServer server) {
        Set<OpenSslCipherSuite> dead =
                server.deadSuites().stream().map(DeadSuite::suite).collect(Collectors.toSet());
        return server.expansion().suites().stream()
                .filter(suite -> !dead.contains(suite))
                .map(OpenSslCipherSuite::openSslName)
                .toList();
    }

    /** Could a client that once agreed on this agree on it again? Suites of TLSv1.3 do not depend on the string. */
    boolean keeps(PeerTls tls) {
        Optional<ProtocolVersion> version = ProtocolVersion.forOpenSslName(tls.protocol());
        boolean isOn = version.filter(
                        known -> after.orElseThrow().enabledProtocols().contains(known))
                .isPresent();
        return isOn
                && (version.filter(ProtocolVersion.TLSV1_3::equals).isPresent()
                        || usableAfter.contains(tls.cipherSuiteName()));
    }

    /** A client's first choice stays its first choice if what it can choose from only gets less. */
    boolean addsNothing() {
        OpenSslServer changed = after.orElseThrow();
        return before.filter(old -> !old.hasServerPreference()
                        && !changed.hasServerPreference()
                        && old.build().equals(changed.build())
                        && old.certificates().equals(changed.certificates())
                        && old.ecdh().equals(changed.ecdh())
                        && old.enabledProtocols().containsAll(changed.enabledProtocols())
                        && usableBefore.containsAll(usableAfter))
                .isPresent();
    }

    /**
     * The newest version of a client that agreed on one while a newer one was on. If none was, it may know a newer one.
     */
    Optional<ProtocolVersion> newestOf(List<PeerTls> agreed) {
        Optional<ProtocolVersion> seen = agreed.stream()
                .flatMap(tls -> ProtocolVersion.forOpenSslName(tls.protocol()).stream())
                .max(ProtocolVersion::compareTo);
        return seen.filter(version -> before.stream()
                .flatMap(server -> server.enabledProtocols().stream())
                .anyMatch(enabled -> !version.isAtLeast(enabled)));
    }

    /** Would every version be off that is not newer than this one? */
    boolean leavesNothingFor(ProtocolVersion newest) {
        return after.orElseThrow().enabledProtocols().stream().noneMatch(newest::isAtLeast);
    }
}
