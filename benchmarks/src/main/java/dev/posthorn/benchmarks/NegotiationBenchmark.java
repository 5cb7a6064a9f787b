package dev.posthorn.benchmarks;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.ClientHelloProfile;
import dev.posthorn.openssl.negotiation.DhParameters;
import dev.posthorn.openssl.negotiation.EcdhParameters;
import dev.posthorn.openssl.negotiation.Negotiation;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.tls.NamedGroup;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one answer of a prepared server cost, and what a question to 10,000 peers: "whom would this setting shut out?"
 * The goal is 5 microseconds for an answer. There is no baseline: nothing else answers for a named release.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NegotiationBenchmark {

    private static final int PEERS = 10_000;

    /** Which OpenSSL the server runs. */
    @Param({"1.0.1e", "1.0.2u", "3.0.15"})
    public String openSsl = "1.0.1e";

    private OpenSslServer server =
            OpenSslServer.builder(OpenSslBuild.parse("1.0.1e")).build();
    private ClientHello gmail = hello("gmail-2018");
    private List<ClientHelloProfile> profiles = ClientHelloProfile.all();

    /** A server with everything set, and a list as long as its release can make it. */
    @Setup
    public void prepare() {
        server = OpenSslServer.builder(OpenSslBuild.parse(openSsl))
                .cipherString("ALL")
                .dh(DhParameters.callback())
                .ecdh(EcdhParameters.fixed(NamedGroup.SECP256R1))
                .build();
        gmail = hello("gmail-2018");
        profiles = ClientHelloProfile.all();
    }

    private static ClientHello hello(String profile) {
        return ClientHello.profile(profile).orElseThrow();
    }

    /** One answer to a common hello of 13 suites. */
    @Benchmark
    public Negotiation answer() {
        return server.answer(gmail);
    }

    /** One answer of 10,000, to all profiles in turn: how many fail? */
    @Benchmark
    @OperationsPerInvocation(PEERS)
    public int peersShutOut() {
        int shutOut = 0;
        for (int peer = 0; peer < PEERS; peer++) {
            if (!server.answer(profiles.get(peer % profiles.size()).hello()).succeeds()) {
                shutOut++;
            }
        }
        return shutOut;
    }
}
