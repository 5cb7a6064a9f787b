package dev.posthorn.openssl.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class NegotiationPropertiesTest {

    private static final OpenSslServer PLAIN = OpenSslServer.builder(OpenSslBuild.parse("1.0.1e"))
            .cipherString("ALL:COMPLEMENTOFALL")
            .build();

    @Property
    void bytes_ofAnyKind_areReadWithoutException(@ForAll byte[] bytes) {
        assertThat(ClientHello.parse(bytes)).isNotNull();
    }

    @Property
    void bytes_thatBeginLikeAHello_areReadWithoutException(@ForAll("nearHellos") byte[] bytes) {
        assertThat(ClientHello.parse(bytes)).isNotNull();
    }

    @Property
    void server_receivingAnyBytes_doesNotThrow(
            @ForAll("servers") OpenSslServer server, @ForAll("nearHellos") byte[] bytes) {
        assertThat(server.receive(bytes)).isNotNull();
    }

    @Property
    void answer_givenTwice_isTheSame(@ForAll("servers") OpenSslServer server, @ForAll("hellos") ClientHello hello) {
        Negotiation first = server.answer(hello);
        Negotiation second = server.answer(hello);
        assertThat(second.choice()).isEqualTo(first.choice());
        assertThat(second.failure()).isEqualTo(first.failure());
        assertThat(second.fates()).isEqualTo(first.fates());
    }

    @Property
    void answer_isAChoiceOrAFailure_andTheChoiceIsInBothLists(
            @ForAll("servers") OpenSslServer server, @ForAll("hellos") ClientHello hello) {
        Negotiation negotiation = server.answer(hello);
        assertThat(negotiation.choice().isPresent() || negotiation.failure().isPresent())
                .isTrue();
        Optional<OpenSslCipherSuite> chosen = negotiation.choice().map(Choice::suite);
        chosen.ifPresent(suite -> {
            assertThat(server.expansion().suites()).contains(suite);
            assertThat(hello.cipherSuites()).contains(suite.cipherSuite());
            assertThat(server.deadSuites()).extracting(DeadSuite::suite).doesNotContain(suite);
        });
    }

    @Property
    void fates_coverEverySuiteOfEitherSide(
            @ForAll("servers") OpenSslServer server, @ForAll("hellos") ClientHello hello) {
        Set<CipherSuite> everySuite = new HashSet<>(hello.cipherSuites());
        server.expansion().suites().forEach(suite -> everySuite.add(suite.cipherSuite()));
        assertThat(server.answer(hello).fates().stream()
                        .map(NegotiationFate::suite)
                        .collect(Collectors.toSet()))
                .isEqualTo(everySuite);
    }

    @Property
    void text_fitsIntoAHundredColumns(@ForAll("servers") OpenSslServer server, @ForAll("hellos") ClientHello hello) {
        assertThat(server.answer(hello).toString().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Provide
    Arbitrary<byte[]> nearHellos() {
        Arbitrary<byte[]> tails = Arbitraries.bytes().array(byte[].class).ofMaxSize(80);
        Arbitrary<byte[]> heads = Arbitraries.of(
                new byte[] {22, 3, 1, 0, 60, 1, 0, 0, 56, 3, 3},
                new byte[] {22, 3, 1, 0, 6, 1, 0, 0, 2, 3, 3},
                new byte[] {(byte) 0x80, 40, 1, 3, 1, 0, 3, 0, 0, 0, 16});
        return Combinators.combine(heads, tails).as((head, tail) -> {
            byte[] bytes = Arrays.copyOf(head, head.length + tail.length);
            System.arraycopy(tail, 0, bytes, head.length, tail.length);
            return bytes;
        });
    }

    @Provide
    Arbitrary<ClientHello> hellos() {
        Arbitrary<CipherSuite> known = Arbitraries.of(PLAIN.expansion().suites().stream()
                .map(OpenSslCipherSuite::cipherSuite)
                .toList());
        Arbitrary<CipherSuite> any = Arbitraries.integers().between(0, 0xFFFF).map(CipherSuite::new);
        Arbitrary<List<CipherSuite>> suites = Arbitraries.frequencyOf(Tuple.of(6, known), Tuple.of(1, any))
                .list()
                .ofMaxSize(20);
        Arbitrary<ProtocolVersion> versions = Arbitraries.of(0x0002, 0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0400)
                .map(ProtocolVersion::new);
        Arbitrary<ClientHello.Format> formats = Arbitraries.of(ClientHello.Format.class);
        Arbitrary<Optional<List<NamedGroup>>> groups = Arbitraries.of(23, 24, 25, 29)
                .map(NamedGroup::new)
                .list()
                .ofMaxSize(3)
                .optional();
        return Combinators.combine(versions, formats, suites, groups).as((version, format, list, named) -> {
            ClientHelloBuilder hello =
                    ClientHello.builder(version).format(format).cipherSuites(list);
            named.ifPresent(hello::groups);
            return hello.build();
        });
    }

    @Provide
    Arbitrary<OpenSslServer> servers() {
        Arbitrary<String> strings =
                Arbitraries.of("ALL:COMPLEMENTOFALL", "DEFAULT", "HIGH:!aNULL", "kEECDH:kEDH:kRSA", "ALL:!kRSA");
        Arbitrary<EcdhParameters> ecdh =
                Arbitraries.of(EcdhParameters.none(), EcdhParameters.fixed(NamedGroup.SECP256R1));
        Arbitrary<DhParameters> dh = Arbitraries.of(DhParameters.none(), DhParameters.fixed(1024));
        Arbitrary<ServerCertificate> certificates = Arbitraries.of(
                ServerCertificate.rsa(2048),
                ServerCertificate.rsa(512),
                ServerCertificate.dsa(1024),
                ServerCertificate.ecdsa(NamedGroup.SECP384R1));
        return Combinators.combine(strings, ecdh, dh, certificates, Arbitraries.of(true, false))
                .as((string, curve, prime, certificate, own) -> PLAIN.withCipherString(string).toBuilder()
                        .ecdh(curve)
                        .dh(prime)
                        .certificates(certificate)
                        .serverPreference(own)
                        .build());
    }
}
