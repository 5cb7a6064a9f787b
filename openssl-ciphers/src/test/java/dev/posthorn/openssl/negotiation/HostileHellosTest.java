package dev.posthorn.openssl.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes over the wire, every release has an answer to it: a choice, an error of its own, or it waits. */
class HostileHellosTest {

    private static final int ROUNDS = 600;
    private static final long SEED = 20_151_014;

    /** On either side of every letter at which the tables say that something changes. */
    static Stream<String> releases() {
        return Stream.of(
                "0.9.8y", "0.9.8zc", "1.0.0", "1.0.0m", "1.0.0n", "1.0.0o", "1.0.0s", "1.0.1", "1.0.1e", "1.0.1h",
                "1.0.1i", "1.0.1j", "1.0.1n", "1.0.1r", "1.0.1s", "1.0.1u", "1.0.2", "1.0.2a", "1.0.2b", "1.0.2f",
                "1.0.2g", "1.0.2p", "1.0.2r", "1.0.2u", "1.1.0", "1.1.0l", "1.1.1", "1.1.1w", "3.0.0", "3.0.15");
    }

    @ParameterizedTest
    @MethodSource("releases")
    void server_givenHellosOfChance_answersEveryOne(String release) {
        Random random = new Random(SEED);
        List<OpenSslServer> servers = servers(release);
        for (int round = 0; round < ROUNDS; round++) {
            ClientHello hello = helloOf(random);
            OpenSslServer server = servers.get(round % servers.size());
            Negotiation negotiation = server.answer(hello);
            assertThat(negotiation.choice().isPresent() || negotiation.failure().isPresent())
                    .as("%s: %s", server, hello)
                    .isTrue();
            assertThat(negotiation.toString()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void server_givenDamagedHellos_answersRefusesOrWaits(String release) {
        Random random = new Random(SEED);
        List<OpenSslServer> servers = servers(release);
        byte[] sound = ClientHelloParseTest.SMALL_HELLO;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = sound.clone();
            for (int flip = 0; flip <= random.nextInt(4); flip++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            OpenSslServer server = servers.get(round % servers.size());
            assertThat(server.receive(bytes)).isNotNull();
            assertThat(server.receiveThenEnd(bytes)).isNotNull();
        }
    }

    private static List<OpenSslServer> servers(String release) {
        String suites = release.startsWith("0.9.8")
                ? "ALL"
                : "ALL:COMPLEMENTOFALL" + (release.startsWith("1.0") ? "" : ":@SECLEVEL=0");
        OpenSslServer bare = OpenSslServer.builder(OpenSslBuild.parse(release))
                .cipherString(suites)
                .certificates()
                .build();
        OpenSslServer elliptic = bare.toBuilder()
                .certificates(ServerCertificate.ecdsa(NamedGroup.SECP256R1), ServerCertificate.dsa(1024))
                .ecdh(EcdhParameters.fixed(NamedGroup.SECP256R1))
                .dh(DhParameters.fixed(1024))
                .pskCallback(true)
                .build();
        return List.of(
                bare,
                elliptic,
                elliptic.withServerPreference(true).withCertificates(ServerCertificate.rsa(1024)),
                elliptic.withCertificates(ServerCertificate.rsa(512)).withDisabledProtocols(ProtocolVersion.TLSV1_0));
    }

    private static ClientHello helloOf(Random random) {
        int[] versions = {0x0002, 0x0200, 0x0300, 0x0301, 0x0302, 0x0303, 0x0303, 0x0304, 0x0400, 0xFFFF};
        ClientHelloBuilder hello = ClientHello.builder(new ProtocolVersion(versions[random.nextInt(versions.length)]))
                .format(random.nextInt(5) == 0 ? ClientHello.Format.SSLV2 : ClientHello.Format.TLS)
                .sessionId(random.nextBoolean())
                .renegotiationClaimed(random.nextInt(20) == 0)
                .cipherSuites(list(random, 12, () -> suite(random)));
        if (random.nextInt(8) == 0) {
            hello.compressionMethods(list(random, 3, () -> new CompressionMethod(random.nextInt(3))));
        }
        if (random.nextInt(8) == 0) {
            hello.extensions(list(random, 4, () -> new ExtensionType(random.nextInt(60))));
        }
        if (random.nextBoolean()) {
            hello.groups(list(random, 4, () -> new NamedGroup(20 + random.nextInt(12))));
        }
        if (random.nextBoolean()) {
            hello.pointFormats(list(random, 3, () -> new PointFormat(random.nextInt(4))));
        }
        if (random.nextBoolean()) {
            hello.signatureSchemes(
                    list(random, 6, () -> new SignatureScheme(random.nextInt(9) << 8 | random.nextInt(8))));
        }
        if (random.nextInt(3) == 0) {
            hello.supportedVersions(list(random, 4, () -> new ProtocolVersion(0x0300 + random.nextInt(6))));
            hello.keyShares(list(random, 3, () -> new NamedGroup(22 + random.nextInt(9))));
        }
        return hello.build();
    }

    private static CipherSuite suite(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new CipherSuite(0xC000 + random.nextInt(0xB0));
            case 1 -> new CipherSuite(0x1301 + random.nextInt(5));
            case 2 -> new CipherSuite(random.nextInt(0x1_0000));
            case 3 -> new CipherSuite((1 + random.nextInt(7)) << 16 | 0x80);
            default -> new CipherSuite(random.nextInt(0xA8));
        };
    }

    private static <T> List<T> list(Random random, int most, Supplier<T> entry) {
        List<T> entries = new ArrayList<>();
        IntStream.range(0, random.nextInt(most + 1)).forEach(index -> entries.add(entry.get()));
        return entries;
    }
}
