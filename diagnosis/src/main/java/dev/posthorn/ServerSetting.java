package dev.posthorn;

import dev.posthorn.openssl.negotiation.DhParameters;
import dev.posthorn.openssl.negotiation.EcdhParameters;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One setting of a server as text, for the shell: {@code ecdh=prime256v1}. */
final class ServerSetting {

    private static final int MAX_ECHO = 60;

    private ServerSetting() {}

    /** The server with a setting changed. */
    static OpenSslServer apply(OpenSslServer server, String setting) {
        int equals = setting.indexOf('=');
        String name = equals < 0 ? setting : setting.substring(0, equals);
        String value = equals < 0 ? "" : setting.substring(equals + 1);
        return switch (name) {
            case "ecdh" -> server.withEcdh(ecdh(value));
            case "dh" -> server.withDh(dh(value));
            case "certs" ->
                server.withCertificates(
                        words(value).map(ServerSetting::certificate).toArray(ServerCertificate[]::new));
            case "disabled" ->
                server.withDisabledProtocols(words(value)
                        .map(word -> ProtocolVersion.forOpenSslName(word)
                                .orElseThrow(() -> bad("disabled", word, "SSLv2, SSLv3, TLSv1, TLSv1.1, ...")))
                        .toArray(ProtocolVersion[]::new));
            case "preference" ->
                server.withServerPreference(
                        switch (value) {
                            case "server" -> true;
                            case "client" -> false;
                            default -> throw bad(name, value, "server or client");
                        });
            default -> throw bad("settings", setting, "ecdh=, dh=, certs=, disabled= or preference=");
        };
    }

    private static EcdhParameters ecdh(String value) {
        return switch (value) {
            case "none" -> EcdhParameters.none();
            case "auto" -> EcdhParameters.automatic();
            case "callback" -> EcdhParameters.callback();
            default -> {
                List<NamedGroup> curves = new ArrayList<>();
                for (String word : value.split(":", -1)) {
                    curves.add(NamedGroup.forOpenSslName(word)
                            .orElseThrow(
                                    () -> bad("ecdh", word, "none, auto, callback, or curves such as prime256v1")));
                }
                yield curves.size() == 1
                        ? EcdhParameters.fixed(curves.get(0))
                        : EcdhParameters.listed(curves.toArray(NamedGroup[]::new));
            }
        };
    }

    private static DhParameters dh(String value) {
        return switch (value) {
            case "none" -> DhParameters.none();
            case "auto" -> DhParameters.automatic();
            case "callback" -> DhParameters.callback();
            default -> DhParameters.fixed(bits("dh", value, "none, auto, callback, or a length such as 2048"));
        };
    }

    /** {@code rsa2048}, {@code dsa1024}, or the name of a curve. */
    private static ServerCertificate certificate(String word) {
        String expected = "rsa2048, dsa1024, or a curve such as prime256v1";
        if (word.startsWith("rsa")) {
            return ServerCertificate.rsa(bits("certs", word.substring("rsa".length()), expected));
        }
        if (word.startsWith("dsa")) {
            return ServerCertificate.dsa(bits("certs", word.substring("dsa".length()), expected));
        }
        return ServerCertificate.ecdsa(NamedGroup.forOpenSslName(word).orElseThrow(() -> bad("certs", word, expected)));
    }

    private static int bits(String name, String text, String expected) {
        if (!text.matches("[0-9]{1,5}")) {
            throw bad(name, text, expected);
        }
        return Integer.parseInt(text);
    }

    private static Stream<String> words(String value) {
        return Stream.of(value.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static IllegalArgumentException bad(String name, String value, String expected) {
        return new IllegalArgumentException(
                name + ": \"" + TerminalText.escape(value, MAX_ECHO) + "\" is not one of " + expected);
    }
}
